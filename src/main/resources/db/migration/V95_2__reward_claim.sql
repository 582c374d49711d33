create table reward_claim (
  id           binary(16)  not null primary key,
  account_id   binary(16)  not null,
  customer_id  binary(16)  not null,
  reward_id    binary(16)  not null,
  points       bigint      not null,
  state        varchar(10) not null,
  claimed_at   datetime(6) not null,
  cancelled_at datetime(6),
  version      bigint      not null,
  key reward_claim_account (account_id, id),
  key reward_claim_customer (customer_id, claimed_at, id, state)
);
