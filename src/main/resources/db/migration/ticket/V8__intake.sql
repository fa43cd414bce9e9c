alter table history drop constraint history_action_check,
    add constraint history_action_check check (action in
        ('REGISTER', 'DISPATCH', 'INFORM', 'JOIN', 'CLASSIFY', 'TRANSFER', 'ACCEPT', 'ASSIGN', 'REPLY', 'ASK', 'ANSWER',
         'SUPPLEMENT', 'RETURN', 'RESOLVE', 'SETTLE', 'DECLINE', 'CLOSE', 'JUDGE', 'REOPEN', 'WITHDRAW'));
alter table history drop constraint history_role_check,
    add constraint history_role_check
        check (role in ('SYSTEM', 'CLERK', 'DISPATCHER', 'HANDLER', 'ASSISTANT', 'SETTLER', 'AUTHOR'));
comment on column appeal.chosen_matter_code is '诉求人自选、或受理员登记时选定的事项；为空即未选';
-- what a caller has filed before, newest first
create index appeal_of_phone on appeal (contact_phone_index, submitted_at desc, id)
    where contact_phone_index is not null;
-- open tickets around a place, newest first: what may be about the same thing
create index ticket_open_in_area on ticket (area_key, opened_at desc, id)
    where status in ('TRIAGE', 'DISPATCHED', 'ACCEPTED', 'WAITING');
