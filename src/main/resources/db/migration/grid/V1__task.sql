create table task (
    id uuid primary key,
    kind text not null check (length(kind) <= 64),
    title text not null check (length(title) between 1 and 60),
    words text not null check (length(words) between 1 and 2000),
    due_day date not null,
    status text not null check (status in ('OPEN', 'DONE', 'WITHDRAWN')),
    area_key text collate "C" not null,
    unit_id uuid not null,
    assigner_id uuid not null,
    created_at timestamptz not null,
    grids int not null check (grids >= 1),
    version bigint not null check (version >= 1)
);
comment on table task is '网格任务：社区（街道）下达给一个或多个网格';
comment on column task.area_key is '下达单位所在辖区编码键，决定谁看得见';
comment on column task.grids is '下达到几个网格';
-- a community's open tasks by due day, and all of them, newest first (ids grow with time)
create index task_open on task (due_day, id) include (area_key) where status = 'OPEN';
create index task_of_area on task (area_key, id desc);

create table part (
    id uuid primary key,
    task_id uuid not null references task,
    unit_id uuid not null,
    area_key text collate "C" not null,
    status text not null check (status in ('OPEN', 'DONE', 'ENDED')),
    due_day date not null,
    ended_at timestamptz,
    version bigint not null check (version >= 1),
    unique (task_id, unit_id),
    check ((status = 'OPEN') = (ended_at is null))
);
comment on table part is '网格分项：任务在一个网格的完成情况；归网格工作站，替班人员接续';
-- what a grid has to do, by due day, and what it has done, the latest first
create index part_to_do on part (unit_id, due_day, id) where status = 'OPEN';
create index part_ended on part (unit_id, ended_at desc, id) where status <> 'OPEN';

create table history (
    id uuid primary key,
    task_id uuid not null references task,
    number bigint not null check (number >= 1),
    at timestamptz not null,
    action text not null check (action in ('ASSIGN', 'FINISH', 'WITHDRAW')),
    role text not null check (role in ('ASSIGNER', 'WORKER')),
    actor_id uuid not null,
    unit_id uuid not null,
    from_status text,
    to_status text not null,
    part_id uuid references part,
    words text not null,
    unique (task_id, number),
    check ((number = 1) = (from_status is null))
);
comment on table history is '任务记录：每一步由谁、何时、说明；只增不改';
