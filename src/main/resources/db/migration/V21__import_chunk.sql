-- The raw input, kept so that it can be processed again. All chunks of one upload in order, each
-- unsealed by the key of its run, are one gzip stream.
create table import_chunk (
  import_id binary(16) not null,
  upload    bigint     not null,
  seq       int        not null,
  bytes     mediumblob not null,
  primary key (import_id, upload, seq)
);
