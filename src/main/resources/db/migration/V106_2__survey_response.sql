-- An anonymous response has neither customer nor user, an id that is made of nothing, and a day.
create table survey_response (
  id                binary(16)   not null primary key,
  survey_id         binary(16)   not null,
  questions_version int          not null,
  customer_id       binary(16),
  user_id           varchar(255) character set ascii collate ascii_bin,
  mode              varchar(20)  character set ascii collate ascii_bin not null,
  state             varchar(20)  character set ascii collate ascii_bin not null,
  submitted_at      datetime(6),
  answered_on       date,
  recorded_by       varchar(255),
  version           bigint       not null,
  unique key survey_response_customer (survey_id, customer_id),
  unique key survey_response_user (survey_id, user_id),
  key survey_response_time_line (customer_id, submitted_at, id),
  key survey_response_survey (survey_id, id),
  key survey_response_results (survey_id, state, questions_version, answered_on)
);
