create table draft (
    id uuid primary key,
    table_name text not null,
    base_version bigint not null,
    state text not null check (state in ('OPEN', 'PROPOSED', 'PUBLISHED', 'DISCARDED')),
    file_name text not null check (length(file_name) <= 200),
    note text not null check (length(note) <= 500),
    content text not null,
    rows_total int not null check (rows_total >= 0),
    added int not null check (added >= 0),
    changed int not null check (changed >= 0),
    removed int not null check (removed >= 0),
    remarks jsonb not null,
    effective_from date,
    reason text check (length(reason) <= 500),
    published_version bigint,
    created_by uuid not null,
    created_name text not null check (length(created_name) <= 60),
    created_at timestamptz not null,
    proposed_by uuid,
    version bigint not null check (version >= 1),
    foreign key (table_name, base_version) references table_version,
    check ((state = 'PUBLISHED') = (published_version is not null)),
    check (state <> 'PROPOSED' or (effective_from is not null and reason is not null and proposed_by is not null))
);
comment on table draft is '政策包草稿：上传后检查无误的新表，尚未发布';
comment on column draft.base_version is '草稿所依据的版本：发布时它须仍是该表最新版本';
comment on column draft.remarks is '提醒：不妨碍发布但应当知晓的情形';
-- newest first, of one table or of all
create index draft_newest on draft (created_at desc, id desc);
create index draft_of_table on draft (table_name, created_at desc, id desc);

create table draft_step (
    draft_id uuid not null references draft,
    number bigint not null check (number >= 1),
    at timestamptz not null,
    action text not null check (action in ('UPLOAD', 'PROPOSE', 'REJECT', 'PUBLISH', 'DISCARD')),
    actor_id uuid not null,
    actor_name text not null check (length(actor_name) <= 60),
    words text not null check (length(words) <= 500),
    primary key (draft_id, number)
);
comment on table draft_step is '草稿经过：每一步由谁、何时、为何；只增不改';

alter table table_version
    add column draft_id uuid references draft,
    add column published_name text check (length(published_name) <= 60),
    add column reason text check (length(reason) <= 500),
    add column withdrawn_at timestamptz,
    add column withdrawn_by uuid,
    add column withdrawn_name text check (length(withdrawn_name) <= 60),
    add column withdrawn_reason text check (length(withdrawn_reason) <= 500),
    add constraint withdrawn_by_somebody check ((withdrawn_at is null) = (withdrawn_by is null));
comment on column table_version.withdrawn_at is '生效前撤回；撤回的版本不再生效，仍可查阅';
