create table model (
    version bigint generated always as identity primary key,
    catalogue_version bigint not null,
    trained_at timestamptz not null,
    examples integer not null check (examples > 0),
    corrections integer not null check (corrections >= 0),
    last_correction bigint not null,
    bytes bytea not null
);
comment on table model is '研判模型：每个版本一行，所有节点使用最新一版';
comment on column model.catalogue_version is '训练时的事项目录版本';
comment on column model.last_correction is '已学到的最后一条纠正的序号';

create table correction (
    source uuid primary key,
    sequence bigint generated always as identity unique,
    subject text not null,
    body text not null,
    matter text not null,
    at timestamptz not null
);
comment on table correction is '研判纠正：工作人员判定的事项，用于再次训练';
comment on column correction.source is '来源工单，一张工单只留最后一次判定';
