-- Financial statements of enterprises, one for each period; the figures are sealed (AES-256-GCM) under the customer's key.
create table financial_statement (
  id          binary(16)     not null primary key,
  customer_id binary(16)     not null,
  period_end  date           not null,
  months      smallint       not null,
  currency    char(3)        not null,
  basis       varchar(20)    not null,
  source      varchar(20)    not null,
  figures     varbinary(2048) not null,
  recorded_at datetime(6)    not null,
  updated_at  datetime(6)    not null,
  recorded_by varchar(255)   not null,
  version     bigint         not null,
  unique key financial_statement_once (customer_id, period_end, months)
);
