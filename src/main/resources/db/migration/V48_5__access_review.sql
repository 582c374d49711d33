-- What a privacy officer found of a justification; never changed, only added to.
create table access_review (
  id        binary(16)    not null primary key,
  record_id binary(16)    not null,
  verdict   varchar(20)   not null,
  comment   varchar(1000) not null,
  reviewer  varchar(255)  not null,
  at        datetime(6)   not null,
  key access_review_record (record_id, id)
);
