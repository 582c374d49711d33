-- restricted_at: since when nobody works with the customer (right to restriction). The key finds
-- the deleted whose grace period is over.
alter table customer
  add column restricted_at datetime(6),
  add key customer_deleted (deleted_at, code);
