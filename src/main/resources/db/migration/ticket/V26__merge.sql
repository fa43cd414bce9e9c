-- 并单: tickets about the same thing become one; the appeals of the others go with it
alter table ticket drop constraint ticket_status_check,
    add constraint ticket_status_check check (status in
        ('TRIAGE', 'DISPATCHED', 'ACCEPTED', 'WAITING', 'RESOLVED', 'CLOSED', 'DECLINED', 'WITHDRAWN', 'MERGED'));
alter table ticket drop constraint ticket_appeal_count_check,
    add constraint ticket_appeal_count_check check ((appeal_count = 0) = (status = 'MERGED') and appeal_count >= 0);
alter table ticket
    add column merged_into_id uuid references ticket,
    add constraint ticket_merged check ((status = 'MERGED') = (merged_into_id is not null));
comment on column ticket.merged_into_id is '已并入的工单；未并单为空';
-- what became part of a ticket
create index ticket_merged_into on ticket (merged_into_id) where merged_into_id is not null;

alter table history drop constraint history_action_check,
    add constraint history_action_check check (action in
        ('REGISTER', 'DISPATCH', 'INFORM', 'JOIN', 'MERGE', 'ABSORB', 'CLASSIFY', 'TRANSFER', 'ACCEPT', 'ASSIGN',
         'REPLY', 'ASK', 'ANSWER', 'SUPPLEMENT', 'RETURN', 'UPHOLD', 'REFUSE', 'WHISTLE', 'JOINT', 'CONCLUDE', 'RESOLVE',
         'SETTLE', 'DECLINE', 'CLOSE', 'JUDGE', 'REOPEN', 'WITHDRAW',
         'DEFER', 'SUSPEND', 'RESUME', 'EXTEND', 'DENY', 'ESCALATE', 'OVERSEE', 'SUPERVISE', 'EXCLUDE'));

create table appeal_move (
    appeal_id uuid not null references appeal,
    from_ticket_id uuid not null references ticket,
    to_ticket_id uuid not null references ticket,
    at timestamptz not null,
    primary key (appeal_id, from_ticket_id)
);
comment on table appeal_move is '并单移交：诉求随并单从原工单移到主单的记录，诉求人此前看到的办理经过由此仍可查看';
-- what a merged ticket held
create index appeal_move_from on appeal_move (from_ticket_id);
