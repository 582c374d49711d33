-- What analyses may know of customers (see the view customer_fact), as it was before it changed: so
-- an analysis of an earlier moment counts what was known then. Kept as long as stored analyses are.
create table customer_fact_past (
  customer_id binary(16) not null,
  -- of the customer with these facts
  version bigint not null,
  -- when others came in their place
  until_at datetime(6) not null,
  source varchar(20) not null,
  gender varchar(20),
  birth_year char(4),
  occupation varchar(100),
  income_band varchar(20),
  marital_status varchar(20),
  enterprise_size varchar(20),
  industry varchar(100),
  primary key (customer_id, version),
  key customer_fact_past_until (until_at)
);
