-- When work is done. Versions are added, never changed: a complaint keeps the one it began with.
create table business_calendar (
  id           binary(16)   not null primary key,
  code         varchar(64)  character set ascii collate ascii_bin not null,
  version      int          not null,
  document     mediumtext   not null,
  published_at datetime(6)  not null,
  published_by varchar(255) not null,
  unique key business_calendar_version (code, version)
);
