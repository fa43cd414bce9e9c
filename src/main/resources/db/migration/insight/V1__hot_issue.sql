create table hot_issue (
    id uuid primary key,
    area_key text not null collate "C",
    place text not null,
    words text[] not null,
    people int not null check (people > 0),
    found_at timestamptz not null,
    told_at timestamptz,
    ended_at timestamptz,
    merged_into uuid references hot_issue,
    check (merged_into is null or ended_at is not null)
);
comment on table hot_issue is '热点问题：多人反映的同一件事；编号不随成员增减而变';
comment on column hot_issue.area_key is '其工单共同所在的最小辖区';
comment on column hot_issue.words is '多数人都写到的词，不含任何单个人的话';
comment on column hot_issue.told_at is '预警消息发出时刻；未达预警人数为空';
comment on column hot_issue.merged_into is '并入的热点；只是平息而未并入为空';

create table hot_ticket (
    ticket_id uuid primary key,
    issue_id uuid not null references hot_issue
);
comment on table hot_ticket is '热点所含工单：一张工单同时只属于一个热点';
create index hot_ticket_by_issue on hot_ticket (issue_id);

create table hot_change (
    id bigint generated always as identity primary key,
    issue_id uuid not null references hot_issue,
    kind text not null check (kind in ('FOUND', 'MERGED', 'SPLIT', 'ENDED')),
    other_id uuid references hot_issue,
    tickets int not null check (tickets >= 0),
    words text[] not null,
    at timestamptz not null,
    check ((other_id is not null) = (kind in ('MERGED', 'SPLIT')))
);
comment on table hot_change is '热点变化：形成、并入另一热点、从另一热点分出、平息，附当时共同的词';
create index hot_change_by_issue on hot_change (issue_id, at);
