-- Immutable rows: the application's user may only insert and select. A hash chain numbers them in a
-- table of its own. Ids are UUID version 7, so a span of time is a range of the primary key.
create table access_record (
  id           binary(16)    not null primary key,
  recorded_at  datetime(6)   not null,
  user_id      varchar(255)  not null,
  client_id    varchar(255)  not null,
  department   varchar(255),
  roles        varchar(500)  not null,
  purpose      varchar(40),
  operation    varchar(100)  not null,
  outcome      varchar(20)   not null,
  status       smallint      not null,
  person_count int           not null,
  disclosed    varchar(1000) not null,
  masked       varchar(1000) not null,
  request_id   varchar(64)   not null,
  address      varchar(64)   not null
);
