-- The channel joins what analyses read of a sale, so that a pass that tells channels apart stays
-- within the key, too: read from the rows it took four times as long.
alter table sales_transaction
  drop key sales_transaction_customer,
  add key sales_transaction_customer
    (customer_id, occurred_at, id, kind, currency, total, line_count, quantity, created_at, channel),
  algorithm = inplace;
