-- Nobody is brought to a programme twice.
create table loyalty_referral (
  id                   binary(16)  not null primary key,
  programme_id         binary(16)  not null,
  account_id           binary(16)  not null,
  referred_customer_id binary(16)  not null,
  state                varchar(10) not null,
  recorded_at          datetime(6) not null,
  purchased_at         datetime(6),
  version              bigint      not null,
  unique key loyalty_referral_once (referred_customer_id, programme_id),
  key loyalty_referral_account (account_id, id)
);
