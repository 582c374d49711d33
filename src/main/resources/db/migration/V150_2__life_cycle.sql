-- Where each customer stands who did something. due_at says when to derive it anew: now, because
-- something happened, or later, because time alone changes it.
create table life_cycle (
  customer_id    binary(16)  not null primary key,
  stage          varchar(20) not null,
  reason         varchar(20) not null,
  since          datetime(6) not null,
  policy_version int         not null,
  referrals      int         not null,
  interested_at  datetime(6),
  due_at         datetime(6),
  key life_cycle_due (due_at),
  key life_cycle_policy_version (policy_version)
);
