-- Office hours to begin with. Holidays differ from year to year: whoever runs the service publishes
-- them as the next version.
insert into business_calendar values (
  uuid_to_bin('01932c00-0000-7000-8000-00000000ca01'), 'default', 1,
  '{"code":"default","zone":"Asia/Shanghai","week":[{"day":"MONDAY","hours":[{"from":"09:00","to":"18:00"}]},{"day":"TUESDAY","hours":[{"from":"09:00","to":"18:00"}]},{"day":"WEDNESDAY","hours":[{"from":"09:00","to":"18:00"}]},{"day":"THURSDAY","hours":[{"from":"09:00","to":"18:00"}]},{"day":"FRIDAY","hours":[{"from":"09:00","to":"18:00"}]}],"closedDays":[],"ownHours":[]}',
  '2026-01-01 00:00:00', 'kexin');
