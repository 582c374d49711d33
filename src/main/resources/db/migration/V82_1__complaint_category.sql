-- What complaints are about: a tree of four levels at most. Few rows, seldom written.
create table complaint_category (
  id         binary(16)   not null primary key,
  code       varchar(64)  character set ascii collate ascii_bin not null,
  name       varchar(100) not null,
  parent_id  binary(16),
  created_at datetime(6)  not null,
  version    bigint       not null,
  unique key complaint_category_code (code)
);
