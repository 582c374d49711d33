-- Versions of the policies of grades. They are added and never changed.
create table grading_policy (
  id           binary(16)   not null primary key,
  kind         varchar(20)  not null,
  number       int          not null,
  terms        json         not null,
  published_at datetime(6)  not null,
  published_by varchar(255) not null,
  unique key grading_policy_number (kind, number)
);
