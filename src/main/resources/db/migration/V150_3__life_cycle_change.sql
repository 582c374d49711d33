-- Every change of where somebody stands.
create table life_cycle_change (
  id             binary(16)  not null primary key,
  customer_id    binary(16)  not null,
  changed_at     datetime(6) not null,
  from_stage     varchar(20) not null,
  to_stage       varchar(20) not null,
  reason         varchar(20) not null,
  policy_version int         not null,
  key life_cycle_change_customer (customer_id, changed_at, id)
);
