-- One column per attribute class: a class is masked and erased as one. Contact, financial and sensitive facts are sealed (AES-256-GCM).
create table customer (
  id                binary(16)   not null primary key,
  code              char(12)     not null,
  kind              varchar(20)  not null,
  name              varchar(200),
  individual        json,
  enterprise        json,
  contact           mediumblob,
  financial         blob,
  `sensitive`       blob,
  external_ids      json         not null,
  source            varchar(20)  not null,
  created_at        datetime(6)  not null,
  updated_at        datetime(6)  not null,
  deleted_at        datetime(6),
  version           bigint       not null,
  unique key customer_code (code),
  key customer_name (name)
);
