-- The clocks of complaints in their present run. used_micros is the working time used before since.
create table complaint_clock (
  complaint_id   binary(16)  not null,
  clock          varchar(20) character set ascii collate ascii_bin not null,
  run_no         int         not null,
  target_minutes bigint      not null,
  state          varchar(20) character set ascii collate ascii_bin not null,
  since          datetime(6),
  used_micros    bigint      not null,
  deadline       datetime(6),
  warned         boolean     not null,
  primary key (complaint_id, clock)
);
