create table customer_external_id (
  source      varchar(64)  not null,
  value       varchar(128) not null,
  customer_id binary(16)   not null,
  primary key (source, value),
  key customer_external_id_customer (customer_id)
);
