-- Versions of the policy after the first, which comes with the service.
create table life_cycle_policy (
  id                 binary(16)   not null primary key,
  version            int          not null,
  interest_days      int          not null,
  repeat_orders      int          not null,
  core_orders        int          not null,
  core_days          int          not null,
  advocate_referrals int          not null,
  lapsing_days       int          not null,
  lost_days          int          not null,
  won_back_days      int          not null,
  published_at       datetime(6)  not null,
  published_by       varchar(255) not null,
  unique key life_cycle_policy_version (version)
);
