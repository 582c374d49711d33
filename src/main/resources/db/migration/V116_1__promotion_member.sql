-- Whom a promotion was started for, frozen: who is approached and who is the control group that is left alone.
create table promotion_member (
  promotion_id binary(16) not null,
  customer_id  binary(16) not null,
  member_group varchar(10) character set ascii collate ascii_bin not null,
  primary key (promotion_id, customer_id),
  key promotion_member_customer (customer_id)
);
