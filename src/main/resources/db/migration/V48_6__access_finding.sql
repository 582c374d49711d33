-- Unusual reading, one row for each reason.
create table access_finding (
  id        binary(16)   not null primary key,
  hour      datetime     not null,
  user_id   varchar(255) not null,
  kind      varchar(40)  not null,
  observed  bigint       not null,
  usual     bigint,
  threshold bigint       not null
);
