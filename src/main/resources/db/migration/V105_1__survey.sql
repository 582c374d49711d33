-- What people are asked stands in survey_questionnaire, version by version: the one that is asked is
-- live_version, one that waits for publication draft_version.
create table survey (
  id            binary(16)   not null primary key,
  title         json         not null,
  audience      varchar(20)  character set ascii collate ascii_bin not null,
  anonymous     boolean      not null,
  modes         json         not null,
  product_id    binary(16),
  service       varchar(64)  character set ascii collate ascii_bin,
  closes_at     datetime(6),
  answer_days   int,
  state         varchar(20)  character set ascii collate ascii_bin not null,
  live_version  int,
  draft_version int,
  created_at    datetime(6)  not null,
  created_by    varchar(255) not null,
  version       bigint       not null,
  key survey_state (state, id)
);
