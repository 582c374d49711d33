-- What is still to be returned stands on the order's line, changed only under the lock of its
-- sales_transaction row: no sum over earlier returns, and no index to find them.
create table sales_transaction_line (
  transaction_id           binary(16)    not null,
  line_no                  int           not null,
  product_id               binary(16)    not null,
  quantity                 int           not null,
  unit_price               decimal(19,4) not null,
  returned                 int           not null,
  return_of_transaction_id binary(16),
  return_of_line_no        int,
  primary key (transaction_id, line_no),
  constraint sales_transaction_line_returned check (returned between 0 and quantity)
);
