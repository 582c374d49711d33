-- What persons agreed to and took back: rows are added, never changed, never deleted.
--
-- The primary key answers the question that every use asks: the newest decision of a person for a
-- use and channel is the last entry of one index range, however long the history. ALL stands for
-- a decision without channel, because a key has no nulls.
--
-- A row holds nothing personal but person_id: erasing the customer (and the key of their data)
-- leaves rows that point to nobody and still prove what was agreed to, which is why they are kept.
-- recorded_by is empty where the person decided themselves; evidence_reference is where the
-- evidence lies, never what it says. Should the rows have to go too, the migration user deletes
-- them by person_id, the first column of both indexes.
create table consent_decision (
  person_id          binary(16)  not null,
  consented_use      varchar(20) character set ascii collate ascii_bin not null,
  channel            varchar(10) character set ascii collate ascii_bin not null,
  decided_at         datetime(6) not null,
  id                 binary(16)  not null,
  decision           varchar(10) character set ascii collate ascii_bin not null,
  valid_until        datetime(6),
  given_by           varchar(10) character set ascii collate ascii_bin not null,
  notice_id          binary(16),
  evidence_kind      varchar(20) character set ascii collate ascii_bin,
  evidence_reference varchar(200),
  collected_through  varchar(20) character set ascii collate ascii_bin not null,
  recorded_at        datetime(6) not null,
  recorded_by        varchar(255),
  primary key (person_id, consented_use, channel, decided_at, id),
  key consent_decision_history (person_id, id)
);
