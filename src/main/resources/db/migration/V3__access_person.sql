-- "Who saw this person" is one range of the primary key, newest last: the link of the chain, and the place in its batch.
create table access_person (
  customer_id binary(16) not null,
  seq         bigint     not null,
  place       int        not null,
  primary key (customer_id, seq, place)
);
