-- That something happened after which a customer may stand elsewhere; a row waits here for seconds.
create table life_cycle_mark (
  id          binary(16)  not null primary key,
  customer_id binary(16)  not null,
  kind        varchar(20) not null,
  marked_at   datetime(6) not null,
  key life_cycle_mark_customer (customer_id)
);
