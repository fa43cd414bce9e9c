create table folder (
    only_one boolean primary key check (only_one),
    mark uuid not null,
    at timestamptz not null
);
comment on table folder is '附件目录的标记：与目录中的标记文件一致才启动，防止节点各用各的目录或共享盘未挂载';
