-- What analyses may know of customers: no name, no address, of a birth date the year only. A view,
-- so that the user of the analyses needs no right to read the table itself.
create sql security definer view customer_fact as
select
  id,
  kind,
  source,
  created_at,
  nullif(json_unquote(json_extract(individual, '$.gender')), 'null') as gender,
  left(nullif(json_unquote(json_extract(individual, '$.birthDate')), 'null'), 4) as birth_year,
  nullif(json_unquote(json_extract(individual, '$.occupation')), 'null') as occupation,
  nullif(json_unquote(json_extract(individual, '$.incomeBand')), 'null') as income_band,
  nullif(json_unquote(json_extract(individual, '$.maritalStatus')), 'null') as marital_status,
  nullif(json_unquote(json_extract(enterprise, '$.size')), 'null') as enterprise_size,
  nullif(json_unquote(json_extract(enterprise, '$.industry')), 'null') as industry
from customer
where deleted_at is null and restricted_at is null;
