-- Codes are compared exactly: catalogues exist whose codes differ in letter case only.
create table product (
  id         binary(16)   not null primary key,
  code       varchar(64)  character set utf8mb4 collate utf8mb4_0900_bin not null,
  name       varchar(200),
  category   varchar(100),
  created_at datetime(6)  not null,
  version    bigint       not null,
  unique key product_code (code)
);
