-- Contacts with customers. A page of one customer's, of all kinds or of one, and a page of what is
-- open begin in an index and read no more rows than they show.
create table interaction (
  id             binary(16)    not null primary key,
  customer_id    binary(16)    not null,
  kind           varchar(20)   not null,
  direction      varchar(10)   not null,
  channel        varchar(10)   not null,
  occasion       varchar(10)   not null,
  occurred_at    datetime(6)   not null,
  product_id     binary(16),
  transaction_id binary(16),
  subject        varchar(200)  not null,
  notes          varchar(4000),
  recorded_at    datetime(6)   not null,
  recorded_by    varchar(255)  not null,
  state          varchar(10),
  outcome        varchar(10),
  handling       varchar(4000),
  handled_at     datetime(6),
  handled_by     varchar(255),
  version        bigint        not null,
  key interaction_customer (customer_id, occurred_at, id),
  key interaction_kind (customer_id, kind, occurred_at, id),
  key interaction_state (state, occurred_at, id)
);
