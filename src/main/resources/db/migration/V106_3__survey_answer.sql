-- A row for a number, for words, or for each option that was picked: results are sums of rows.
create table survey_answer (
  response_id  binary(16)  not null,
  question_key varchar(64) character set ascii collate ascii_bin not null,
  option_key   varchar(64) character set ascii collate ascii_bin not null,
  score        int,
  words        varchar(2000),
  primary key (response_id, question_key, option_key)
);
