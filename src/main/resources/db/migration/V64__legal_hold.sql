-- What must not be erased for now: of one person, or of all where person_id is null.
create table legal_hold (
  id          binary(16)   not null primary key,
  person_id   binary(16),
  reason      varchar(200) not null,
  held_until  datetime(6),
  placed_at   datetime(6)  not null,
  placed_by   varchar(255) not null,
  released_at datetime(6),
  released_by varchar(255),
  version     bigint       not null,
  key legal_hold_person (person_id, released_at)
);
