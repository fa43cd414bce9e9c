-- messages about a hot issue

alter table message drop constraint message_subject_check;
alter table message add check (subject in ('GRID_TASK', 'COMMUNITY_TASK', 'ADMISSION_REQUEST', 'HOT_ISSUE'));
comment on column message.subject is '所涉事项（非工单）：网格任务、社区任务、准入申请、热点问题';
