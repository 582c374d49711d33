-- Records of changes, written by the transaction that makes the change and moved into access_batch by whoever extends the chain: so no change is
-- committed without its record, and only one transaction at a time, that of the chain, adds such records to the log.
create table change_outbox (
  id   binary(16) not null primary key,
  line mediumtext character set utf8mb4 collate utf8mb4_bin not null
);
