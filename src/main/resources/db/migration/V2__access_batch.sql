-- Who looked. One row is what one commit of one writer added: a line of JSON for each access record, and the SHA-256 of each line.
-- One row for many records, because rows and statements are what a read pays for. The application's user may only insert and select.
create table access_batch (
  writer     binary(16)  not null,
  number     bigint      not null,
  written_at datetime(6) not null,
  records    mediumtext  character set utf8mb4 collate utf8mb4_bin not null,
  leaves     mediumblob  not null,
  primary key (writer, number),
  key access_batch_written_at (written_at)
);
