-- Of what waits for a decision danger to life comes first, then by deadline.
drop index ticket_in_triage;
create index ticket_in_triage on ticket (
    (case when urgency = 'EMERGENCY' then timestamptz '1970-01-01 00:00:00+00'
        else coalesce(due_at, timestamptz '9999-12-31 00:00:00+00') end),
    id
) include (area_key) where status = 'TRIAGE';
