-- Rules that erase do nothing before somebody who may has confirmed them as they are. Which pod
-- works by a rule, and until when it has it for itself, stands in claimed_until.
create table retention_rule (
  name          varchar(40)  character set ascii collate ascii_bin not null primary key,
  days          int          not null,
  confirmed_at  datetime(6)  not null,
  confirmed_by  varchar(255) not null,
  claimed_until datetime(6)  not null
);
