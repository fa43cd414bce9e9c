create table table_version (
    table_name text not null,
    version bigint not null check (version >= 1),
    valid_from date not null,
    content text not null,
    sha256 text not null check (length(sha256) = 64),
    published_at timestamptz not null,
    published_by uuid not null,
    primary key (table_name, version)
);
comment on table table_version is '政策包各表的版本：每表单独成版，内容不可更改，按生效日期取用';
