-- What each run of the retention rules did.
create table retention_run (
  id         binary(16)  not null primary key,
  rule       varchar(40) character set ascii collate ascii_bin not null,
  days       int         not null,
  started_at datetime(6) not null,
  ended_at   datetime(6) not null,
  erased     bigint      not null,
  held       bigint      not null
);
