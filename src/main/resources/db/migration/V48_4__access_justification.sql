-- Where the records stand that went beyond role and purpose.
create table access_justification (
  record_id binary(16)  not null primary key,
  kind      varchar(20) not null,
  seq       bigint      not null,
  place     int         not null,
  key access_justification_kind (kind, record_id)
);
