-- Which raw file holds whose facts: to erase a person, the keys of their files are destroyed.
create table import_customer (
  customer_id binary(16) not null,
  import_id   binary(16) not null,
  primary key (customer_id, import_id),
  key import_customer_import (import_id)
);
