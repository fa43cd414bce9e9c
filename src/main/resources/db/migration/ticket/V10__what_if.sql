-- what-ifs and lists of decisions go through them in the order of time
create index dispatch_decision_by_time on dispatch_decision (at, id);

create table what_if (
    id uuid primary key,
    draft_id uuid not null,
    days int not null check (days between 1 and 366),
    since timestamptz not null,
    until timestamptz not null,
    decisions_total bigint not null check (decisions_total >= 0),
    job_id uuid not null,
    created_by uuid not null,
    created_at timestamptz not null,
    check (since < until)
);
comment on table what_if is '推演：假如某草稿在过去若干天就已施行，派单会有何不同';
create index what_if_of_draft on what_if (draft_id, created_at desc);

create table what_if_change (
    what_if_id uuid not null references what_if on delete cascade,
    decision_id uuid not null references dispatch_decision,
    ticket_id uuid not null references ticket,
    at timestamptz not null,
    matter_code text,
    area_key text collate "C" not null,
    from_unit_id uuid,
    to_unit_id uuid,
    due_before timestamptz not null,
    due_after timestamptz not null,
    shift_minutes bigint not null,
    primary key (what_if_id, decision_id)
);
comment on table what_if_change is '推演中与当时不同的派单：原派与改派单位（空为待研判）、原限与新限';
comment on column what_if_change.shift_minutes is '期限变化，以工作时间的分钟计，提前为负';
-- the tickets of one kind of change, newest first
create index what_if_change_newest on what_if_change (what_if_id, at desc, decision_id desc);
