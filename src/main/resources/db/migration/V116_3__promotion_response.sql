create table promotion_response (
  id           binary(16)   not null primary key,
  promotion_id binary(16)   not null,
  customer_id  binary(16)   not null,
  kind         varchar(20)  character set ascii collate ascii_bin not null,
  channel      varchar(10)  character set ascii collate ascii_bin not null,
  responded_at datetime(6)  not null,
  order_id     binary(16),
  staff        varchar(255) not null,
  recorded_at  datetime(6)  not null,
  key promotion_response_list (promotion_id, id),
  key promotion_response_customer (customer_id, responded_at, id)
);
