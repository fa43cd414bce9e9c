create table directive (
    id uuid primary key,
    ticket_id uuid not null references ticket,
    whistle_id uuid references whistle,
    area_key text collate "C" not null,
    from_unit_id uuid not null,
    unit_id uuid not null,
    words text not null check (length(words) between 1 and 5000),
    status text not null check (status in ('ISSUED', 'TAKEN', 'DONE', 'RECALLED')),
    issued_at timestamptz not null,
    due_at timestamptz not null,
    taken_at timestamptz,
    ended_at timestamptz,
    result text,
    version bigint not null check (version >= 1),
    check ((status in ('DONE', 'RECALLED')) = (ended_at is not null))
);
comment on table directive is '指挥令：街道就一件工单向部门下达的限时指令，及其签收和办结';
create index directive_of_area on directive (area_key, issued_at desc, id desc);
create index directive_of_unit on directive (unit_id, issued_at desc, id desc);

create table joint_rating (
    whistle_id uuid not null references whistle,
    appeal_id uuid not null references appeal,
    score int not null check (score between 1 and 5),
    words text check (length(words) <= 1000),
    at timestamptz not null,
    primary key (whistle_id, appeal_id)
);
comment on table joint_rating is '群众评哨：诉求人对部门联合处置的评分，一件诉求对一次吹哨评一次';
create index joint_rating_of_appeal on joint_rating (appeal_id);
