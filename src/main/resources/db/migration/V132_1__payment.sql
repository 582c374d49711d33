-- Money that came in for an order or went back for a return; the sum is taken under the lock of the
-- transaction's row.
create table payment (
  id             binary(16)    not null primary key,
  transaction_id binary(16)    not null,
  customer_id    binary(16),
  method         varchar(10)   not null,
  amount         decimal(19,4) not null,
  currency       char(3)       not null,
  paid_at        datetime(6)   not null,
  recorded_at    datetime(6)   not null,
  recorded_by    varchar(255)  not null,
  key payment_transaction (transaction_id, paid_at, amount),
  key payment_customer (customer_id, id)
);
