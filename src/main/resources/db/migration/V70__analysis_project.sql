-- Analyses under pseudonyms: why, until when, and the key of the pseudonyms, sealed under the data key of the project. When the project
-- ends both are gone, and with them whom a pseudonym meant.
create table analysis_project (
  id            binary(16)   not null primary key,
  name          varchar(100) not null,
  question      varchar(500) not null,
  ends_on       date         not null,
  pseudonym_key varbinary(60),
  started_at    datetime(6)  not null,
  started_by    varchar(255) not null,
  ended_at      datetime(6),
  ended_by      varchar(255),
  version       bigint       not null,
  key analysis_project_open (ended_at, ends_on)
);
