create table loyalty_programme (
  id           binary(16)   not null primary key,
  code         varchar(64)  character set ascii collate ascii_bin not null,
  name         varchar(200) not null,
  terms_number int          not null,
  created_at   datetime(6)  not null,
  created_by   varchar(255) not null,
  version      bigint       not null,
  unique key loyalty_programme_code (code)
);
