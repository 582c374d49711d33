-- What each user read in each hour, to tell the usual from the unusual. The records themselves lie in links first_seq to last_seq.
create table access_hour (
  hour         datetime     not null,
  user_key     binary(16)   not null,
  user_id      varchar(255) not null,
  role         varchar(100) not null,
  accesses     bigint       not null,
  person_views bigint       not null,
  bulk_views   bigint       not null,
  downloads    bigint       not null,
  first_seq    bigint       not null,
  last_seq     bigint       not null,
  primary key (hour, user_key),
  key access_hour_user (user_key, hour, person_views)
);
