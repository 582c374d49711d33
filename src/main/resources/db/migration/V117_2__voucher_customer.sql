-- How often one customer redeemed a voucher that has a limit for each.
create table voucher_customer (
  voucher_id  binary(16) not null,
  customer_id binary(16) not null,
  redeemed    int        not null,
  primary key (voucher_id, customer_id),
  key voucher_customer_customer (customer_id),
  constraint voucher_customer_redeemed check (redeemed >= 0)
);
