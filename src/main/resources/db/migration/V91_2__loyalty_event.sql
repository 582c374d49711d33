-- Joined, level changed, left: for the membership and for the time line of its customer.
create table loyalty_event (
  id          binary(16)  not null primary key,
  account_id  binary(16)  not null,
  customer_id binary(16)  not null,
  kind        varchar(16) not null,
  occurred_at datetime(6) not null,
  from_level  varchar(32) character set ascii collate ascii_bin,
  to_level    varchar(32) character set ascii collate ascii_bin,
  reason      varchar(16),
  qualifying  bigint,
  key loyalty_event_account (account_id, id),
  key loyalty_event_customer (customer_id, occurred_at, id, kind, account_id)
);
