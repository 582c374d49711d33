create table survey_questionnaire (
  survey_id         binary(16)  not null,
  questions_version int         not null,
  questions         json        not null,
  published_at      datetime(6),
  primary key (survey_id, questions_version)
);
