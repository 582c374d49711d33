-- "Who saw this person" is one range of the primary key, newest last.
create table access_person (
  customer_id binary(16) not null,
  access_id   binary(16) not null,
  primary key (customer_id, access_id)
);
