-- When to care for customers. next_day and cursor_id say how far the job came: the day in the rule's
-- zone that it works on, and the last one of it that was looked at.
create table care_rule (
  id           binary(16)   not null primary key,
  name         varchar(100) not null,
  kind         varchar(30)  not null,
  days         int,
  product_id   binary(16),
  lead_days    int          not null,
  channel      varchar(10)  not null,
  zone         varchar(40)  not null,
  instructions varchar(500) not null,
  created_at   datetime(6)  not null,
  created_by   varchar(255) not null,
  ended_at     datetime(6),
  ended_by     varchar(255),
  next_day     date         not null,
  cursor_id    binary(16),
  skipped_days int          not null,
  version      bigint       not null,
  key care_rule_next (ended_at, next_day)
);
