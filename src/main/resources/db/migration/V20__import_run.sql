-- One row per import: what it is, how far it is, and who works on it until when. Upload and epoch fence:
-- whoever sends the file again, or takes the work over, raises the number, and every write names the one it
-- belongs to.
create table import_run (
  id             binary(16)    not null primary key,
  key_hash       binary(32)    not null,
  kind           varchar(20)   not null,
  name           varchar(200),
  format         varchar(10)   not null,
  submitted_by   varchar(255)  not null,
  state          varchar(20)   not null,
  content_hash   binary(32),
  problem_code   varchar(64),
  problem_detail varchar(1000),
  bytes_total    bigint        not null,
  bytes_done     bigint        not null,
  lines_total    bigint,
  lines_read     bigint        not null,
  accepted       bigint        not null,
  unchanged      bigint        not null,
  refused        bigint        not null,
  upload         bigint        not null,
  epoch          bigint        not null,
  failures       int           not null,
  lease_owner    varchar(64),
  lease_until    datetime(6)   not null,
  created_at     datetime(6)   not null,
  updated_at     datetime(6)   not null,
  ended_at       datetime(6),
  unique key import_run_key (key_hash),
  key import_run_state (state, lease_until)
);
