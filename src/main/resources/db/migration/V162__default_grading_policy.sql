-- The policies to begin with: points for each score, the money weighing twice as much as the day.
insert into grading_policy values
  (
    uuid_to_bin('01932c00-0000-7000-8000-00000000d801'), 'INDIVIDUAL', 1,
    '{"months":12,"weights":[{"fact":"RECENCY_SCORE","weight":20,"bands":[{"from":"1","points":20},{"from":"2","points":40},{"from":"3","points":60},{"from":"4","points":80},{"from":"5","points":100}]},{"fact":"FREQUENCY_SCORE","weight":40,"bands":[{"from":"1","points":20},{"from":"2","points":40},{"from":"3","points":60},{"from":"4","points":80},{"from":"5","points":100}]},{"fact":"MONETARY_SCORE","weight":40,"bands":[{"from":"1","points":20},{"from":"2","points":40},{"from":"3","points":60},{"from":"4","points":80},{"from":"5","points":100}]}],"grades":[{"grade":"SUPREME","minimumScore":90,"conditions":[{"fact":"MONETARY_SCORE","atLeast":"5"}]},{"grade":"VIP","minimumScore":75,"conditions":[]},{"grade":"ADVANCED","minimumScore":50,"conditions":[]}]}',
    '2026-01-01 00:00:00', 'kexin'),
  (
    uuid_to_bin('01932c00-0000-7000-8000-00000000d802'), 'ENTERPRISE', 1,
    '{"months":12,"weights":[{"fact":"RECENCY_SCORE","weight":20,"bands":[{"from":"1","points":20},{"from":"2","points":40},{"from":"3","points":60},{"from":"4","points":80},{"from":"5","points":100}]},{"fact":"FREQUENCY_SCORE","weight":40,"bands":[{"from":"1","points":20},{"from":"2","points":40},{"from":"3","points":60},{"from":"4","points":80},{"from":"5","points":100}]},{"fact":"MONETARY_SCORE","weight":40,"bands":[{"from":"1","points":20},{"from":"2","points":40},{"from":"3","points":60},{"from":"4","points":80},{"from":"5","points":100}]}],"grades":[{"grade":"SUPREME","minimumScore":90,"conditions":[{"fact":"MONETARY_SCORE","atLeast":"5"}]},{"grade":"VIP","minimumScore":75,"conditions":[]},{"grade":"ADVANCED","minimumScore":50,"conditions":[]}]}',
    '2026-01-01 00:00:00', 'kexin');
