create table saved_filter (
    id uuid primary key,
    account_id uuid not null,
    name text not null check (length(name) between 1 and 30),
    filter jsonb not null,
    is_start boolean not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null check (version >= 1),
    unique (account_id, name)
);
comment on table saved_filter is '常用筛选：工作人员存下的工单筛选、检索和排序，属于本人账号';
comment on column saved_filter.is_start is '打开工单队列时先显示的视图；每人至多一个';
create unique index saved_filter_one_start on saved_filter (account_id) where is_start;
