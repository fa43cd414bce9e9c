-- 剔除、无法联系: what the rates leave out of a ticket, kept beside its state for the figures
alter table ticket
    add column excluded_from text[] check (excluded_from <@ array['RESPONSE', 'RESOLUTION', 'SATISFACTION']
        and cardinality(excluded_from) >= 1),
    add column unreachable boolean;
comment on column ticket.excluded_from is '经复核剔除出哪些率；未剔除为空';
comment on column ticket.unreachable is '本轮回访联系不上诉求人，且无人评价；其余为空';

-- those whose calls were in vain in the round that is going on, by the rules of before this column
update ticket set unreachable = true
where status in ('RESOLVED', 'CLOSED')
    and exists (select 1 from appeal a
        where a.ticket_id = ticket.id
            and ((select count(*) from call_back c
                    where c.appeal_id = a.id and c.round = ticket.round and c.outcome <> 'DROPPED') >= 3
                or exists (select 1 from call_back c
                    where c.appeal_id = a.id and c.round = ticket.round
                        and c.outcome in ('DECLINED', 'WRONG_NUMBER'))))
    and not exists (select 1 from verdict v join appeal a on a.id = v.appeal_id
        where a.ticket_id = ticket.id and v.round = ticket.round);

alter table history drop constraint history_action_check,
    add constraint history_action_check check (action in
        ('REGISTER', 'DISPATCH', 'INFORM', 'JOIN', 'CLASSIFY', 'TRANSFER', 'ACCEPT', 'ASSIGN', 'REPLY', 'ASK', 'ANSWER',
         'SUPPLEMENT', 'RETURN', 'UPHOLD', 'REFUSE', 'WHISTLE', 'JOINT', 'CONCLUDE', 'RESOLVE', 'SETTLE', 'DECLINE',
         'CLOSE', 'JUDGE', 'REOPEN', 'WITHDRAW',
         'DEFER', 'SUSPEND', 'RESUME', 'EXTEND', 'DENY', 'ESCALATE', 'SUPERVISE', 'EXCLUDE'));
alter table history drop constraint history_role_check,
    add constraint history_role_check check (role in
        ('SYSTEM', 'CLERK', 'DISPATCHER', 'HANDLER', 'ASSISTANT', 'CONVENER', 'REVIEWER', 'MEMBER', 'SETTLER',
         'SUPERVISOR', 'APPLICANT', 'AUTHOR'));

create table exclusion (
    id uuid primary key,
    ticket_id uuid not null references ticket,
    state text not null check (state in ('OPEN', 'WITHDRAWN', 'UPHELD', 'REFUSED', 'REVOKED')),
    unit_id uuid not null,
    reason_code text not null,
    reason_name text not null,
    basis text not null,
    rates text[] not null check (rates <@ array['RESPONSE', 'RESOLUTION', 'SATISFACTION'] and cardinality(rates) >= 1),
    pack_version bigint not null,
    words text not null check (length(words) between 10 and 2000),
    evidence_id uuid not null,
    applied_at timestamptz not null,
    applicant_id uuid not null,
    decided_at timestamptz,
    decided_unit_id uuid,
    decided_words text,
    version bigint not null check (version >= 1),
    check ((state in ('UPHELD', 'REFUSED', 'REVOKED')) = (decided_at is not null)),
    check ((decided_at is null) = (decided_words is null))
);
comment on table exclusion is '剔除申请：承办单位举证申请将工单剔除出三率，由上级复核；同意的可撤销';
comment on column exclusion.reason_name is '剔除理由、依据及剔除的率：申请时政策包的规定，此后不随政策包改变';
comment on column exclusion.evidence_id is '举证材料所附的流转记录';
comment on column exclusion.decided_words is '最近一次复核意见或撤销理由';
-- nobody asks twice at the same time, and what is excluded needs no second leave
create unique index exclusion_one_open on exclusion (ticket_id) where state in ('OPEN', 'UPHELD');
create index exclusion_of_ticket on exclusion (ticket_id, id);
-- what there is to review, what a unit has asked for: newest first
create index exclusion_by_state on exclusion (state, id desc);
create index exclusion_of_unit on exclusion (unit_id, id desc);

create table exclusion_step (
    exclusion_id uuid not null references exclusion,
    number bigint not null check (number >= 1),
    at timestamptz not null,
    action text not null check (action in ('APPLY', 'TAKE_BACK', 'UPHOLD', 'REFUSE', 'REVOKE')),
    party text not null check (party in ('UNIT', 'REVIEWER')),
    actor_id uuid not null,
    unit_id uuid not null,
    from_state text,
    to_state text not null,
    words text,
    primary key (exclusion_id, number),
    check ((number = 1) = (from_state is null))
);
comment on table exclusion_step is '剔除流转：每一步由谁、何时、从何状态到何状态；只增不改';
