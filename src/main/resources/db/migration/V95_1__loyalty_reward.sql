create table loyalty_reward (
  id           binary(16)    not null primary key,
  programme_id binary(16)    not null,
  kind         varchar(10)   not null,
  name         varchar(200)  not null,
  description  varchar(1000),
  points       bigint        not null,
  stock        int,
  claimed      int           not null,
  valid_from   datetime(6),
  valid_until  datetime(6),
  created_at   datetime(6)   not null,
  version      bigint        not null,
  key loyalty_reward_programme (programme_id, id),
  constraint loyalty_reward_stock check (claimed >= 0 and (stock is null or claimed <= stock))
);
