-- Why staff gave or took points. Apart from the ledger, which never changes: erasure deletes these rows.
create table points_adjustment (
  id          binary(16)   not null primary key,
  account_id  binary(16)   not null,
  reason      varchar(16)  not null,
  note        varchar(500) not null,
  points      bigint       not null,
  adjusted_at datetime(6)  not null,
  adjusted_by varchar(255) not null,
  key points_adjustment_account (account_id, id)
);
