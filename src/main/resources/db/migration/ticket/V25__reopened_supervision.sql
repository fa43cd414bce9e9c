alter table history drop constraint history_action_check,
    add constraint history_action_check check (action in
        ('REGISTER', 'DISPATCH', 'INFORM', 'JOIN', 'CLASSIFY', 'TRANSFER', 'ACCEPT', 'ASSIGN', 'REPLY', 'ASK', 'ANSWER',
         'SUPPLEMENT', 'RETURN', 'UPHOLD', 'REFUSE', 'WHISTLE', 'JOINT', 'CONCLUDE', 'RESOLVE', 'SETTLE', 'DECLINE',
         'CLOSE', 'JUDGE', 'REOPEN', 'WITHDRAW',
         'DEFER', 'SUSPEND', 'RESUME', 'EXTEND', 'DENY', 'ESCALATE', 'OVERSEE', 'SUPERVISE', 'EXCLUDE'));
alter table escalation add column cause text not null default 'OVERDUE' check (cause in ('OVERDUE', 'UNSOLVED'));
alter table escalation alter column cause drop default;
comment on table escalation is '升级督办：超期或未解决退回重办后由哪一级督办、此前做了什么、这一级的时钟';
comment on column escalation.cause is '升级缘由：OVERDUE 超期升级，UNSOLVED 未解决退回重办';
comment on table supervision is '督办关系：因审批缓办或升级督办而可见该工单的上级单位';
