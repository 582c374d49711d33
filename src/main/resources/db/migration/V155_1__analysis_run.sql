-- Analyses in the background: what was asked for and what came of it. The result is groups and models, never a customer.
create table analysis_run (
  id             binary(16)   not null primary key,
  analysis       varchar(40)  not null,
  parameters     text         not null,
  individuals    boolean      not null,
  state          varchar(10)  not null,
  progress       double       not null,
  epoch          int          not null,
  failures       int          not null,
  lease_until    datetime(6)  not null,
  problem_code   varchar(100),
  problem_detail varchar(1000),
  result         mediumtext,
  requested_by   varchar(255) not null,
  created_at     datetime(6)  not null,
  ended_at       datetime(6),
  key analysis_run_open (state, lease_until),
  key analysis_run_own (requested_by, id),
  key analysis_run_ended (ended_at)
);
