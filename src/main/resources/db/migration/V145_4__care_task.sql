-- What somebody shall do for a customer. The unique key is why nobody is cared for twice on one occasion.
create table care_task (
  id          binary(16)    not null primary key,
  rule_id     binary(16)    not null,
  customer_id binary(16)    not null,
  occasion    varchar(36)   not null,
  kind        varchar(30)   not null,
  channel     varchar(10)   not null,
  due_on      date          not null,
  state       varchar(10)   not null,
  assignee    varchar(255),
  outcome     varchar(20),
  note        varchar(1000),
  created_at  datetime(6)   not null,
  ended_at    datetime(6),
  version     bigint        not null,
  unique key care_task_occasion (rule_id, customer_id, occasion),
  key care_task_state (state, due_on, id),
  key care_task_customer (customer_id, created_at, id)
);
