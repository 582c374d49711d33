-- How much working time there is, by severity. Versions are added, never changed; the newest holds
-- for what arrives from then on.
create table complaint_policy (
  id           binary(16)   not null primary key,
  version      int          not null,
  calendar     varchar(64)  character set ascii collate ascii_bin not null,
  document     mediumtext   not null,
  published_at datetime(6)  not null,
  published_by varchar(255) not null,
  unique key complaint_policy_version (version)
);
