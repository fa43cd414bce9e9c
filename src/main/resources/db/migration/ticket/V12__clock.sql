alter table ticket add column paused_until timestamptz;
comment on column ticket.paused_until is '挂账至何时：期间停止计时，到时自动恢复；未挂账为空';

alter table history drop constraint history_action_check,
    add constraint history_action_check check (action in
        ('REGISTER', 'DISPATCH', 'INFORM', 'JOIN', 'CLASSIFY', 'TRANSFER', 'ACCEPT', 'ASSIGN', 'REPLY', 'ASK', 'ANSWER',
         'SUPPLEMENT', 'RETURN', 'RESOLVE', 'SETTLE', 'DECLINE', 'CLOSE', 'JUDGE', 'REOPEN', 'WITHDRAW',
         'DEFER', 'SUSPEND', 'RESUME', 'EXTEND', 'DENY', 'ESCALATE', 'SUPERVISE'));
alter table history drop constraint history_role_check,
    add constraint history_role_check check (role in
        ('SYSTEM', 'CLERK', 'DISPATCHER', 'HANDLER', 'ASSISTANT', 'SETTLER', 'AUTHOR', 'SUPERVISOR'));

create table deferral (
    id uuid primary key,
    ticket_id uuid not null references ticket,
    kind text not null check (kind in ('SUSPENSION', 'EXTENSION')),
    state text not null check (state in
        ('ASKED', 'RUNNING', 'REVIEW', 'GRANTED', 'DENIED', 'WITHDRAWN', 'LAPSED', 'ENDED')),
    unit_id uuid not null,
    approver_id uuid not null,
    reason text not null check (length(reason) between 1 and 2000),
    plan text not null check (length(plan) between 1 and 2000),
    extension text,
    review_at timestamptz,
    asked_at timestamptz not null,
    decided_at timestamptz,
    paused_from timestamptz,
    paused_until timestamptz,
    alarm_at timestamptz,
    pack_versions jsonb,
    version bigint not null check (version >= 1),
    check ((kind = 'EXTENSION') = (extension is not null)),
    check ((kind = 'SUSPENSION') = (review_at is not null)),
    check ((paused_from is null) = (paused_until is null) and paused_from <= paused_until),
    check (state not in ('RUNNING', 'REVIEW') or (kind = 'SUSPENSION' and paused_from is not null)),
    check (state <> 'GRANTED' or kind = 'EXTENSION')
);
comment on table deferral is '缓办：承办单位申请、上级批准的挂账（停止计时）或延期';
comment on column deferral.approver_id is '审批单位：政策包规定的上级';
comment on column deferral.plan is '后续办理计划';
comment on column deferral.extension is '延期多久，如 3wd';
comment on column deferral.review_at is '复核时刻：到时由审批单位决定续挂或恢复';
comment on column deferral.alarm_at is '下一次自动动作的时刻：先为复核，后为恢复计时';
comment on column deferral.pack_versions is '最近一次重算期限所用的政策包版本';
-- no clock is stopped twice, and nobody asks twice at the same time
create unique index deferral_one_open on deferral (ticket_id) where state in ('ASKED', 'RUNNING', 'REVIEW');
create index deferral_of_ticket on deferral (ticket_id, asked_at);
-- what an approver has to decide, what a unit has asked for: newest first
create index deferral_of_approver on deferral (approver_id, asked_at desc, id desc);
create index deferral_of_unit on deferral (unit_id, asked_at desc, id desc);
create index deferral_by_alarm on deferral (alarm_at) where alarm_at is not null;

create table deferral_step (
    deferral_id uuid not null references deferral,
    number bigint not null check (number >= 1),
    at timestamptz not null,
    action text not null check (action in
        ('ASK', 'GRANT', 'DENY', 'TAKE_BACK', 'LAPSE', 'CALL_UP', 'CONTINUE', 'END')),
    party text not null check (party in ('UNIT', 'APPROVER', 'SYSTEM')),
    actor_id uuid not null,
    from_state text,
    to_state text not null,
    words text,
    primary key (deferral_id, number),
    check ((number = 1) = (from_state is null))
);
comment on table deferral_step is '缓办流转：每一步由谁、何时、从何状态到何状态；只增不改';

create table escalation (
    id uuid primary key,
    ticket_id uuid not null references ticket,
    part_id uuid not null references part,
    number int not null check (number >= 1),
    level text not null check (level in ('CITY', 'COUNTY', 'STREET', 'COMMUNITY', 'GRID')),
    unit_id uuid not null,
    tried jsonb not null,
    began_at timestamptz not null,
    limit_text text not null,
    due_at timestamptz not null,
    alarm_at timestamptz,
    ended_at timestamptz,
    unique (part_id, number)
);
comment on table escalation is '逾期升级：逾期后由哪一级督办、此前做了什么、这一级的时钟';
comment on column escalation.tried is '升级前承办单位做过的事';
-- one level supervises at a time
create unique index escalation_one_open on escalation (ticket_id) where ended_at is null;
create index escalation_of_ticket on escalation (ticket_id, began_at);
-- what a unit has to supervise
create index escalation_of_unit on escalation (unit_id, ticket_id) where ended_at is null;
create index escalation_by_alarm on escalation (alarm_at) where alarm_at is not null;

create table supervision (
    unit_id uuid not null,
    ticket_id uuid not null references ticket,
    since timestamptz not null,
    primary key (unit_id, ticket_id)
);
comment on table supervision is '督办关系：因审批缓办或逾期升级而可见该工单的上级单位';
