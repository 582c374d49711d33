-- Saved filters over customers. Never changed: what a promotion was started with stays what it says.
create table audience (
  id         binary(16)   not null primary key,
  name       varchar(100) not null,
  criteria   json         not null,
  created_at datetime(6)  not null,
  created_by varchar(255) not null
);
