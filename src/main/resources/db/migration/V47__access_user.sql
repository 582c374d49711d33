-- "What did this user see": one row for each user in a link of the chain, at the first of the user's records there. Not a row for each record: whoever
-- reads them must load the batch anyway, and the chain pays for fewer rows the busier it is. The key is the first half of the SHA-256 of the user's id.
create table access_user (
  user_key binary(16) not null,
  seq      bigint     not null,
  place    int        not null,
  primary key (user_key, seq, place)
);
