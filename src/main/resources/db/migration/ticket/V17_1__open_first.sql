-- Of a list that holds both, open work leads by deadline and what is over follows, newest first.
drop index ticket_by_due;
create index ticket_open_first on ticket (
    (case when status in ('TRIAGE', 'DISPATCHED', 'ACCEPTED', 'WAITING')
        then coalesce(due_at, timestamptz '9999-12-31 00:00:00+00')
        else timestamptz '9999-12-31 00:00:01+00' end),
    id desc
);
