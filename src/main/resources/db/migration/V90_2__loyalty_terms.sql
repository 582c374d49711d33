-- What a programme promised, version by version; never changed, for entries name their version.
create table loyalty_terms (
  programme_id binary(16)   not null,
  number       int          not null,
  terms        mediumtext   not null,
  published_at datetime(6)  not null,
  published_by varchar(255) not null,
  primary key (programme_id, number)
);
