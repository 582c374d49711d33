-- Lines that were not used, in the order of the file. The text of a line is personal data, and sealed.
create table import_refusal (
  import_id binary(16)    not null,
  number    bigint        not null,
  line      bigint        not null,
  code      varchar(64)   not null,
  detail    varchar(1000) not null,
  raw       blob          not null,
  primary key (import_id, number)
);
