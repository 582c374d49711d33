-- What persons object to: stands until they lift it themselves, whatever they agree to meanwhile.
create table objection (
  person_id  binary(16)  not null,
  against    varchar(20) character set ascii collate ascii_bin not null,
  since      datetime(6) not null,
  lifted_at  datetime(6),
  primary key (person_id, against)
);
