create table idempotency_key (
  id          binary(16)   not null primary key,
  key_hash    binary(32)   not null,
  fingerprint binary(32)   not null,
  answer      varchar(2000),
  created_at  datetime(6)  not null,
  unique key idempotency_key_hash (key_hash),
  key idempotency_key_created (created_at)
);
