-- live_order_id is the order while the redemption stands: an order has one at most, and another after a rollback.
create table voucher_redemption (
  id             binary(16)    not null primary key,
  voucher_id     binary(16)    not null,
  promotion_id   binary(16)    not null,
  customer_id    binary(16)    not null,
  order_id       binary(16),
  live_order_id  binary(16),
  currency       char(3)       not null,
  amount         decimal(19,4) not null,
  discount       decimal(19,4) not null,
  redeemed_at    datetime(6)   not null,
  redeemed_by    varchar(255)  not null,
  rolled_back_at datetime(6),
  rolled_back_by varchar(255),
  unique key voucher_redemption_order (live_order_id),
  key voucher_redemption_list (voucher_id, id),
  key voucher_redemption_customer (customer_id, redeemed_at, id)
);
