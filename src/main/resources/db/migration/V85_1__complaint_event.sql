-- What happened to complaints: rows are added, and changed by erasure only. What is told of a run of a
-- clock is told once, whichever pod tells it; other events have no clock, and nulls do not collide.
create table complaint_event (
  id           binary(16)   not null primary key,
  complaint_id binary(16)   not null,
  customer_id  binary(16)   not null,
  kind         varchar(30)  character set ascii collate ascii_bin not null,
  occurred_at  datetime(6)  not null,
  actor        varchar(10)  character set ascii collate ascii_bin not null,
  user_id      varchar(255),
  clock        varchar(20)  character set ascii collate ascii_bin,
  run_no       int,
  detail       varchar(64)  character set ascii collate ascii_bin,
  note         blob,
  unique key complaint_event_once (complaint_id, kind, clock, run_no),
  key complaint_event_order (complaint_id, occurred_at, id),
  key complaint_event_customer (customer_id, occurred_at, id)
);
