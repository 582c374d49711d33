-- One JSON column per attribute class: a class is masked, encrypted and erased as one.
create table customer (
  id                binary(16)   not null primary key,
  code              char(12)     not null,
  kind              varchar(20)  not null,
  name              varchar(200),
  individual        json,
  enterprise        json,
  contact           json         not null,
  identity_document json,
  external_ids      json         not null,
  source            varchar(20)  not null,
  created_at        datetime(6)  not null,
  updated_at        datetime(6)  not null,
  deleted_at        datetime(6),
  version           bigint       not null,
  unique key customer_code (code),
  key customer_name (name)
);
