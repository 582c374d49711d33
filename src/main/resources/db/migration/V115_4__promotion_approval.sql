-- A privacy officer lets one version of a promotion start although loyal customers would pay more.
create table promotion_approval (
  id                binary(16)   not null primary key,
  promotion_id      binary(16)   not null,
  promotion_version bigint       not null,
  reason            varchar(500) not null,
  approved_at       datetime(6)  not null,
  approved_by       varchar(255) not null,
  unique key promotion_approval_version (promotion_id, promotion_version)
);
