create table promotion_contact (
  id           binary(16)   not null primary key,
  promotion_id binary(16)   not null,
  customer_id  binary(16)   not null,
  channel      varchar(10)  character set ascii collate ascii_bin not null,
  contacted_at datetime(6)  not null,
  staff        varchar(255) not null,
  recorded_at  datetime(6)  not null,
  unique key promotion_contact_once (promotion_id, customer_id, channel, contacted_at),
  key promotion_contact_list (promotion_id, id),
  key promotion_contact_customer (customer_id, contacted_at, id)
);
