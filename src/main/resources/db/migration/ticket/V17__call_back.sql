-- 代办: who helped stands in reporter_id; here with what consent
alter table appeal
    add column consent text check (consent in ('PRESENT', 'VOICE', 'PAPER')),
    add check (consent is null or reporter_id is not null);
comment on column appeal.consent is '代办时居民如何同意：当面、录音、书面；非代办为空';

create table call_back (
    id uuid primary key,
    appeal_id uuid not null references appeal,
    ticket_id uuid not null references ticket,
    round int not null check (round >= 0),
    number int not null check (number >= 1),
    unit_id uuid not null,
    caller_id uuid not null,
    begun_at timestamptz not null,
    ended_at timestamptz,
    outcome text check (outcome in ('REACHED', 'NO_ANSWER', 'DECLINED', 'WRONG_NUMBER', 'DROPPED')),
    words text,
    unique (appeal_id, round, number),
    check ((outcome is null) = (ended_at is null))
);
comment on table call_back is '电话回访：每一次拨打，由谁、何时、结果如何；评价另存';
comment on column call_back.number is '本轮办理的第几次拨打';
-- two people never call the same resident at the same time
create unique index call_back_one_open on call_back (appeal_id) where outcome is null;
-- what a unit has called, newest first
create index call_back_of_unit on call_back (unit_id, ended_at desc, id desc) where outcome is not null;
-- whom to ask
create index ticket_resolved on ticket (area_key) where status = 'RESOLVED';
