-- What persons were told. A text that was shown never changes; another text is another version.
create table privacy_notice (
  id           binary(16)  not null primary key,
  code         varchar(64) character set ascii collate ascii_bin not null,
  version      int         not null,
  language     varchar(35) character set ascii collate ascii_bin not null,
  content      mediumtext,
  url          varchar(500),
  text_sha256  binary(32)  not null,
  published_at datetime(6) not null,
  published_by varchar(255) not null,
  unique key privacy_notice_version (code, version, language)
);
