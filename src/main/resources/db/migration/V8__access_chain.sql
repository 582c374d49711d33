-- The one order of all batches, each link over the hash of the one before.
create table access_chain (
  seq          bigint     not null primary key,
  writer       binary(16) not null,
  number       bigint     not null,
  first_record bigint     not null,
  records      int        not null,
  hash         binary(32) not null,
  unique key access_chain_batch (writer, number)
);

create table access_checkpoint (
  number       bigint       not null primary key,
  first_record bigint       not null,
  last_record  bigint       not null,
  root         binary(32)   not null,
  seq          bigint       not null,
  chain        binary(32)   not null,
  previous     binary(32)   not null,
  at           datetime(6)  not null,
  signing_key  varchar(16)  not null,
  signature    varchar(100) not null,
  key access_checkpoint_seq (seq)
);

-- Its one row is locked by whoever extends the chain, so that pods take turns and do not collide.
create table access_chain_turn (
  id int not null primary key
);
insert into access_chain_turn values (1);
