create table customer_lookup (
  kind        varchar(10) not null,
  fingerprint binary(32)  not null,
  customer_id binary(16)  not null,
  key_name    char(8)     not null,
  primary key (kind, fingerprint, customer_id),
  key customer_lookup_fingerprint (fingerprint),
  key customer_lookup_customer (customer_id),
  key customer_lookup_key_name (key_name, customer_id)
);
