-- Appeals of customers against their grades. open_customer_id is null once it is closed: one open appeal of a customer at a
-- time. bears_until is the last day on which an appeal bears on the grade, far away while it is open and null where it never
-- does, so that one range of a key answers what bears on a grade today. reason and decision_reason are sealed under the
-- customer's key.
create table grade_appeal (
  id               binary(16)   not null primary key,
  customer_id      binary(16)   not null,
  open_customer_id binary(16),
  state            varchar(10)  character set ascii collate ascii_bin not null,
  contested_grade  varchar(10)  character set ascii collate ascii_bin not null,
  policy_number    int          not null,
  reason           blob         not null,
  filed_at         datetime(6)  not null,
  filed_by         varchar(255),
  granted_grade    varchar(10)  character set ascii collate ascii_bin,
  bears_until      date,
  decision_reason  blob,
  closed_at        datetime(6),
  closed_by        varchar(255),
  version          bigint       not null,
  unique key grade_appeal_open (open_customer_id),
  key grade_appeal_state (state, id),
  key grade_appeal_customer (customer_id, id),
  key grade_appeal_bears (customer_id, bears_until)
);
