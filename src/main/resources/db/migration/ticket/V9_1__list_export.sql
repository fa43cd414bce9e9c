create table list_export (
    id uuid primary key,
    account_id uuid not null,
    unit_id uuid,
    scope_lo text collate "C" not null,
    scope_hi text collate "C" not null,
    rights text[] not null,
    language text not null check (language in ('zh', 'en')),
    filter jsonb not null,
    ticket_ids uuid[] not null check (cardinality(ticket_ids) > 0),
    job_id uuid not null unique,
    created_at timestamptz not null
);
comment on table list_export is '清单导出：一名工作人员在某一时刻导出的工单清单，只供本人下载，到期删除';
comment on column list_export.unit_id is '导出时所在单位；换了单位就不能再下载';
comment on column list_export.ticket_ids is '导出时清单中的工单，按清单顺序';
create index list_export_of_account on list_export (account_id, created_at desc);
create index list_export_by_age on list_export (created_at);

create table list_export_rows (
    export_id uuid not null references list_export (id) on delete cascade,
    number integer not null check (number >= 0),
    rows_sealed bytea not null,
    primary key (export_id, number)
);
comment on table list_export_rows is '导出的行，分批加密';
