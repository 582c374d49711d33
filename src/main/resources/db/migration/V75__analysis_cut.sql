-- Up to when sales count for those who may not see individuals. The last row holds for all pods.
create table analysis_cut (
  number   int         not null primary key,
  known_at datetime(6) not null,
  made_at  datetime(6) not null
);
