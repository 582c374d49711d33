-- Whose data is sealed under which key, the key wrapped by one that never stands in the database. A table of its own, so that it can
-- be backed up apart from the data: a key that was destroyed must not come back with an old backup of what it sealed.
create table data_key (
  owner      binary(16)    not null primary key,
  wrapped    varbinary(64) not null,
  wrapped_by char(8)       not null,
  created_at datetime(6)   not null,
  key data_key_wrapped_by (wrapped_by)
);
