-- Goods of an order on their way.
create table delivery (
  id              binary(16)   not null primary key,
  transaction_id  binary(16)   not null,
  customer_id     binary(16),
  state           varchar(10)  not null,
  carrier         varchar(100) not null,
  tracking_number varchar(64),
  shipped_at      datetime(6)  not null,
  expected_on     date,
  ended_at        datetime(6),
  reason          varchar(20),
  score           int,
  comment         varchar(1000),
  rated_at        datetime(6),
  recorded_at     datetime(6)  not null,
  version         bigint       not null,
  key delivery_transaction (transaction_id, shipped_at, id),
  key delivery_customer (customer_id, shipped_at, id)
);
