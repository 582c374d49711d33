-- The key by customer holds all that an analysis reads, in the order it reads it: one pass over the
-- index and no sort. It also serves the list of one customer's transactions.
create table sales_transaction (
  id          binary(16)    not null primary key,
  kind        varchar(10)   not null,
  source      varchar(40)   character set utf8mb4 collate utf8mb4_0900_bin not null,
  number      varchar(64)   character set utf8mb4 collate utf8mb4_0900_bin not null,
  customer_id binary(16),
  channel     varchar(20)   not null,
  currency    char(3)       not null,
  occurred_at datetime(6)   not null,
  total       decimal(19,4) not null,
  line_count  int           not null,
  quantity    bigint        not null,
  created_at  datetime(6)   not null,
  version     bigint        not null,
  unique key sales_transaction_number (source, number),
  key sales_transaction_occurred (occurred_at, id),
  key sales_transaction_customer
    (customer_id, occurred_at, id, kind, currency, total, line_count, quantity, created_at)
);
