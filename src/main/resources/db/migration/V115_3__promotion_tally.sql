-- What is counted while a promotion runs, apart from its facts: a contact or a redemption changes this row as its last statement, and
-- finds there whether the promotion still runs and what is left of the budget. frozen_up_to: up to which customer the audience is frozen.
create table promotion_tally (
  promotion_id binary(16)    not null primary key,
  running      boolean       not null,
  frozen_up_to binary(16),
  targets      bigint        not null,
  controls     bigint        not null,
  contacts     bigint        not null,
  redemptions  bigint        not null,
  discounts    decimal(19,4) not null
);
