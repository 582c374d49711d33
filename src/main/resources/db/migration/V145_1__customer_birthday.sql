-- Month and day of birth, such as 02-29, computed from the facts so that it can never differ from them.
alter table customer add column birthday varchar(5)
  generated always as (substring(json_unquote(json_extract(individual, '$.birthDate')), 6, 5)) virtual;
