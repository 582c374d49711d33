-- What persons ask for by right. open_kind is the kind while the request is open, else null: of a
-- person and kind there is one open request at most. No text that anybody typed about the person.
create table privacy_request (
  id                  binary(16)   not null primary key,
  person_id           binary(16)   not null,
  kind                varchar(30)  character set ascii collate ascii_bin not null,
  open_kind           varchar(30)  character set ascii collate ascii_bin,
  state               varchar(20)  character set ascii collate ascii_bin not null,
  channel             varchar(20)  character set ascii collate ascii_bin not null,
  received_at         datetime(6)  not null,
  due_at              datetime(6)  not null,
  recorded_by         varchar(255),
  identity_method     varchar(30)  character set ascii collate ascii_bin,
  identity_checked_at datetime(6),
  identity_checked_by varchar(255),
  extension_reason    varchar(30)  character set ascii collate ascii_bin,
  preview_id          binary(16),
  previewed_at        datetime(6),
  refusal_reason      varchar(30)  character set ascii collate ascii_bin,
  legal_ground        varchar(100),
  closed_at           datetime(6),
  reminded_at         datetime(6),
  version             bigint       not null,
  unique key privacy_request_open (person_id, open_kind),
  key privacy_request_person (person_id, id),
  key privacy_request_due (open_kind, due_at, id)
);
