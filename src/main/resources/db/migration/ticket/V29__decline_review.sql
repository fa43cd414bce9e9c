-- 不予受理复核: its author has a declined ticket looked at once more, by a unit that the pack names
alter table part drop constraint part_role_check,
    add constraint part_role_check check (role in ('LEAD', 'ASSIST', 'CALLED', 'REVIEW'));
-- a ticket is reviewed once
create unique index part_one_review on part (ticket_id) where role = 'REVIEW';
alter table history drop constraint history_action_check,
    add constraint history_action_check check (action in
        ('REGISTER', 'DISPATCH', 'INFORM', 'JOIN', 'MERGE', 'ABSORB', 'CLASSIFY', 'TRANSFER', 'ACCEPT', 'ASSIGN',
         'REPLY', 'ASK', 'ANSWER', 'SUPPLEMENT', 'RETURN', 'UPHOLD', 'REFUSE', 'WHISTLE', 'JOINT', 'CONCLUDE', 'RESOLVE',
         'SETTLE', 'DECLINE', 'CLOSE', 'JUDGE', 'REOPEN', 'CONTEST', 'OVERTURN', 'SUSTAIN', 'WITHDRAW',
         'DEFER', 'SUSPEND', 'RESUME', 'EXTEND', 'DENY', 'ESCALATE', 'OVERSEE', 'SUPERVISE', 'EXCLUDE'));
