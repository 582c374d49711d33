-- redeemed is changed by a conditional update only, which is what holds the limit.
create table voucher (
  id             binary(16)   not null primary key,
  promotion_id   binary(16)   not null,
  offer          varchar(40)  not null,
  code           varchar(40)  character set ascii collate ascii_bin not null,
  minimum_amount decimal(19,4),
  valid_from     datetime(6)  not null,
  valid_until    datetime(6)  not null,
  total_limit    int          not null,
  customer_limit int,
  redeemed       int          not null,
  created_at     datetime(6)  not null,
  created_by     varchar(255) not null,
  unique key voucher_code (code),
  key voucher_promotion (promotion_id, id),
  constraint voucher_redeemed check (redeemed between 0 and total_limit)
);
