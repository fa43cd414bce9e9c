alter table ticket add column alarm_at timestamptz;
comment on column ticket.alarm_at is '下一次期限提醒的时刻：先为临期，提醒后为到期；已提醒逾期或无人在办时为空';
update ticket set alarm_at = due_at where status in ('TRIAGE', 'DISPATCHED', 'ACCEPTED', 'WAITING');
-- what the sweep looks for
create index ticket_by_alarm on ticket (alarm_at) where alarm_at is not null;
