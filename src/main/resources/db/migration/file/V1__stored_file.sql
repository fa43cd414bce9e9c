create table stored_file (
    id uuid primary key,
    sha256 bytea not null check (length(sha256) = 32),
    name text not null check (length(name) <= 200),
    media_type text not null check (media_type in ('image/jpeg', 'image/png')),
    size_bytes bigint not null check (size_bytes > 0),
    capture_sealed bytea,
    uploaded_by uuid not null,
    uploaded_at timestamptz not null,
    owner_type text,
    owner_id uuid,
    position int,
    check ((owner_type is null) = (owner_id is null))
);
comment on table stored_file is '附件：按内容寻址，只由拥有它的记录对外提供';
comment on column stored_file.capture_sealed is '拍摄时间和位置（国密加密）；图片本身的元数据在入库时已清除';
create index stored_file_of_owner on stored_file (owner_id) where owner_id is not null;
create index stored_file_unclaimed on stored_file (uploaded_at) where owner_id is null;
