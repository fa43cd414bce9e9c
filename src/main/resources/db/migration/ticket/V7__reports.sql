alter table appeal
    add column reporter_id uuid,
    add column reporter_unit_id uuid,
    add check ((reporter_id is null) = (reporter_unit_id is null));
comment on column appeal.reporter_id is '上报人：工作人员登记或代办的，为其账号；居民自己提交的为空';
comment on column appeal.reporter_unit_id is '上报单位：替班人员可见同单位上报的工单';
-- what a unit has reported
create index appeal_of_reporter on appeal (reporter_unit_id, ticket_id) where reporter_unit_id is not null;

alter table history drop constraint history_action_check,
    add constraint history_action_check check (action in
        ('REGISTER', 'DISPATCH', 'CLASSIFY', 'TRANSFER', 'ACCEPT', 'ASSIGN', 'REPLY', 'ASK', 'ANSWER', 'SUPPLEMENT',
         'RETURN', 'RESOLVE', 'SETTLE', 'DECLINE', 'CLOSE', 'JUDGE', 'REOPEN', 'WITHDRAW'));
alter table history drop constraint history_role_check,
    add constraint history_role_check
        check (role in ('SYSTEM', 'DISPATCHER', 'HANDLER', 'ASSISTANT', 'SETTLER', 'AUTHOR'));
-- what a unit has settled on the spot, counted by month
create index history_settled on history (unit_id, at) where action = 'SETTLE';
