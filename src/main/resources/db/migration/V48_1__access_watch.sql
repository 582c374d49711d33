-- How far the log was summed up, and until when hours of reading were judged. Its one row is locked by whoever does it, so that pods take turns.
create table access_watch (
  id           int         not null primary key,
  seq          bigint      not null,
  judged_until datetime(6) not null
);
insert into access_watch values (1, 0, '1970-01-01 00:00:00');
