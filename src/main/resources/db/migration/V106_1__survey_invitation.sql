-- When an invitation was answered is not kept: for an anonymous survey it would lead to the answer.
create table survey_invitation (
  id          binary(16)   not null primary key,
  survey_id   binary(16)   not null,
  customer_id binary(16),
  user_id     varchar(255) character set ascii collate ascii_bin,
  channel     varchar(10)  character set ascii collate ascii_bin,
  state       varchar(20)  character set ascii collate ascii_bin not null,
  token_hash  binary(32)   not null,
  invited_at  datetime(6)  not null,
  expires_at  datetime(6),
  invited_by  varchar(255) not null,
  unique key survey_invitation_customer (survey_id, customer_id),
  unique key survey_invitation_user (survey_id, user_id),
  unique key survey_invitation_token (token_hash),
  key survey_invitation_time_line (customer_id, invited_at, id),
  key survey_invitation_survey (survey_id, id)
);
