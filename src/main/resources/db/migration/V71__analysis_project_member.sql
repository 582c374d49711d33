-- Who may analyse in a project, by the subject of their token.
create table analysis_project_member (
  project_id binary(16)   not null,
  user_id    varchar(255) character set ascii collate ascii_bin not null,
  primary key (project_id, user_id),
  key analysis_project_member_user (user_id, project_id)
);
