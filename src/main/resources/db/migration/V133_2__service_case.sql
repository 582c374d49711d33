-- Service after the sale, from the problem to the customer's rating.
create table service_case (
  id             binary(16)    not null primary key,
  customer_id    binary(16)    not null,
  kind           varchar(20)   not null,
  state          varchar(10)   not null,
  transaction_id binary(16),
  product_id     binary(16),
  problem        varchar(2000) not null,
  opened_at      datetime(6)   not null,
  opened_by      varchar(255)  not null,
  result         varchar(2000),
  ended_at       datetime(6),
  ended_by       varchar(255),
  score          int,
  comment        varchar(1000),
  rated_at       datetime(6),
  version        bigint        not null,
  key service_case_customer (customer_id, opened_at, id),
  key service_case_state (state, opened_at, id)
);
