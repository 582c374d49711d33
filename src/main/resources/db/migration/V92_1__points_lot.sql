-- The key by moment sums the points that count for a level, and counts orders.
create table points_lot (
  id             binary(16)  not null primary key,
  account_id     binary(16)  not null,
  transaction_id binary(16),
  earned_at      datetime(6) not null,
  available_from datetime(6) not null,
  expires_at     datetime(6) not null,
  points         bigint      not null,
  reversed       bigint      not null,
  pending        bigint      not null,
  available      bigint      not null,
  is_open        boolean     not null,
  unique key points_lot_transaction (account_id, transaction_id),
  key points_lot_open (account_id, is_open),
  key points_lot_earned (account_id, earned_at, transaction_id, points, reversed),
  constraint points_lot_left check (pending >= 0 and available >= 0)
);
