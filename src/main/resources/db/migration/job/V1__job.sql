create table job (
    id uuid primary key,
    handler text not null,
    parameters jsonb not null,
    state text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    cursor text,
    counters jsonb not null,
    failure_code text,
    failures integer not null check (failures >= 0),
    cancel_wanted boolean not null,
    created_by uuid not null,
    created_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    lease_owner uuid,
    lease_until timestamptz,
    check ((state = 'RUNNING') = (lease_owner is not null))
);
comment on table job is '任务：可续做的长时间工作';
comment on column job.cursor is '已完成到哪里，与该批数据在同一事务中写入';
comment on column job.lease_owner is '正在执行的节点；租约到期后由其他节点接手';
-- the queue: few rows at any time
create index job_open on job (created_at) where state in ('QUEUED', 'RUNNING');

create table rejected_row (
    job_id uuid not null references job (id) on delete cascade,
    number bigint not null,
    line bigint not null,
    field text not null,
    code text not null,
    arguments jsonb not null,
    cells jsonb not null,
    primary key (job_id, number)
);
comment on table rejected_row is '任务退回的行：行号、字段、原因和原文，可修改后重新导入';
