create table import_file (
    id uuid primary key,
    file_name text not null check (length(file_name) <= 200),
    channel text not null check (channel in ('HOTLINE', 'MAILBOX', 'COUNTER')),
    format text not null check (format in ('JSONL', 'CSV', 'XLSX')),
    charset text not null,
    columns jsonb not null,
    preview_sealed bytea not null,
    mapping jsonb not null,
    rows_total bigint not null check (rows_total > 0),
    job_id uuid unique,
    created_by uuid not null,
    created_at timestamptz not null
);
comment on table import_file is '导入批次：一份热线、信箱或窗口的导出文件';
comment on column import_file.job_id is '导入任务；尚未开始时为空';
create index import_file_newest on import_file (created_at desc, id);

create table import_chunk (
    import_id uuid not null references import_file (id) on delete cascade,
    number integer not null check (number >= 0),
    bytes_sealed bytea not null,
    primary key (import_id, number)
);
comment on table import_chunk is '导入文件内容，分段加密；导入完成即删除';
