-- That a person was erased, and what became of each field. Holds nothing of the person but the id,
-- which leads nowhere. The text of outcomes stays as it was hashed.
create table erasure (
  person_id    binary(16) not null primary key,
  request_id   binary(16),
  erased_at    datetime(6) not null,
  outcomes     mediumtext  not null,
  receipt_hash binary(32)  not null,
  key erasure_erased (erased_at, person_id)
);
