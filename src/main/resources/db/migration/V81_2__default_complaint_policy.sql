-- A working day has nine hours in the default calendar.
insert into complaint_policy values (
  uuid_to_bin('01932c00-0000-7000-8000-00000000ca02'), 1, 'default',
  '{"calendar":"default","warnAtPercent":80,"targets":[{"severity":"LOW","acknowledgeMinutes":1080,"updateMinutes":2700,"resolveMinutes":8100},{"severity":"NORMAL","acknowledgeMinutes":540,"updateMinutes":1620,"resolveMinutes":5400},{"severity":"HIGH","acknowledgeMinutes":240,"updateMinutes":540,"resolveMinutes":2700},{"severity":"CRITICAL","acknowledgeMinutes":60,"updateMinutes":240,"resolveMinutes":1080}]}',
  '2026-01-01 00:00:00', 'kexin');
