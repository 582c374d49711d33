-- The answer to a batch has one entry per item.
alter table idempotency_key modify answer mediumtext;
