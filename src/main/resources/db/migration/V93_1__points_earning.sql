create table points_earning (
  account_id     binary(16) not null,
  transaction_id binary(16) not null,
  line_no        int        not null,
  lot_id         binary(16) not null,
  quantity       int        not null,
  returned       int        not null,
  points         bigint     not null,
  primary key (account_id, transaction_id, line_no),
  constraint points_earning_returned check (returned between 0 and quantity)
);
