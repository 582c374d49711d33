-- What makes the access records tamper-evident. As with these, the application's user may only insert and select.

-- The persons are part of the record that is hashed; access_person is the index of them.
alter table access_record add column persons mediumblob not null after person_count;

-- What one commit of one writer added: 16 bytes of id and 32 of hash for each record.
create table access_batch (
  writer     binary(16)  not null,
  number     bigint      not null,
  written_at datetime(6) not null,
  record_ids mediumblob  not null,
  leaves     mediumblob  not null,
  primary key (writer, number),
  key access_batch_written_at (written_at)
);

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
  number       bigint      not null primary key,
  first_record bigint      not null,
  last_record  bigint      not null,
  root         binary(32)  not null,
  seq          bigint      not null,
  chain        binary(32)  not null,
  previous     binary(32)  not null,
  at           datetime(6) not null,
  signing_key  varchar(16) not null,
  signature    varchar(100) not null,
  key access_checkpoint_seq (seq)
);

-- Its one row is locked by whoever extends the chain, so that pods take turns and do not collide.
create table access_chain_turn (
  id int not null primary key
);
insert into access_chain_turn values (1);
