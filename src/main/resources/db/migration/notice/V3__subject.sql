-- messages about what is no ticket: a grid's task, a community's task, a request for admission

alter table message drop constraint message_check3;
alter table message
    add column subject text check (subject in ('GRID_TASK', 'COMMUNITY_TASK', 'ADMISSION_REQUEST')),
    add column subject_id uuid,
    add check ((subject is null) = (subject_id is null)),
    add check (num_nonnulls(ticket_id, summary_of, subject_id) = 1);
comment on column message.subject is '所涉事项（非工单）：网格任务、社区任务、准入申请';
