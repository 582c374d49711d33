-- Until when an order is to be paid, and the other half of an exchange: of an order the return that
-- it replaces, of a return the order that replaces it.
alter table sales_transaction
  add column due_on date,
  add column exchanged_for binary(16),
  algorithm = instant;
