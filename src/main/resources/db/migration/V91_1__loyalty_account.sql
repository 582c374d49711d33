-- open_customer_id is null once it is closed: one open membership of a programme at a time, and the way from a buyer to
-- their accounts. due_at is when points become available or expire next, so that jobs touch no other account.
create table loyalty_account (
  id               binary(16)  not null primary key,
  programme_id     binary(16)  not null,
  customer_id      binary(16)  not null,
  open_customer_id binary(16),
  opened_at        datetime(6) not null,
  closed_at        datetime(6),
  pending          bigint      not null,
  available        bigint      not null,
  owed             bigint      not null,
  entry_count      bigint      not null,
  due_at           datetime(6),
  level            varchar(32) character set ascii collate ascii_bin,
  level_since      datetime(6),
  level_due_at     datetime(6),
  version          bigint      not null,
  unique key loyalty_account_open (open_customer_id, programme_id),
  key loyalty_account_customer (customer_id, id),
  key loyalty_account_programme (programme_id, id),
  key loyalty_account_due (due_at),
  key loyalty_account_level_due (level_due_at),
  constraint loyalty_account_balance check (pending >= 0 and available >= 0 and owed >= 0)
);
