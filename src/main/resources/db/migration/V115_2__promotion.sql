-- The document is what people said of it; beside it stands what is asked for by value. The seed draws the control group, the starter
-- is on whose behalf members are frozen.
create table promotion (
  id           binary(16)   not null primary key,
  document     json         not null,
  state        varchar(20)  not null,
  currency     char(3)      not null,
  starts_at    datetime(6)  not null,
  ends_at      datetime(6)  not null,
  audience_id  binary(16),
  control_seed binary(32),
  starter      json,
  started_at   datetime(6),
  ended_at     datetime(6),
  created_at   datetime(6)  not null,
  created_by   varchar(255) not null,
  version      bigint       not null,
  key promotion_state (state, ends_at),
  key promotion_state_id (state, id)
);
