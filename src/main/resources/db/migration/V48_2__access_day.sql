-- Sums for reports, by UTC day; '' stands for no department or no purpose. Derived: the log is what counts.
create table access_day (
  day          date         not null,
  department   varchar(255) not null,
  purpose      varchar(40)  not null,
  accesses     bigint       not null,
  person_views bigint       not null,
  changes      bigint       not null,
  unmaskings   bigint       not null,
  break_glass  bigint       not null,
  denials      bigint       not null,
  primary key (day, department, purpose)
);
