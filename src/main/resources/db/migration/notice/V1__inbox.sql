-- a message holds a code of the text catalogue and its arguments: numbers, names of units and matters, times; nobody's
-- words and no personal data

create table message (
    id uuid primary key,
    unit_id uuid,
    post_id uuid,
    right_needed text,
    account_id uuid,
    kind text not null check (kind in
        ('ARRIVED', 'ANSWERED', 'RETURNED', 'UNSOLVED', 'NEAR', 'OVERDUE', 'PROGRESS')),
    ticket_id uuid,
    appeal_id uuid,
    text_code text not null,
    arguments text[] not null,
    count int not null check (count >= 1),
    summary_of text unique,
    at timestamptz not null,
    check ((unit_id is null) <> (account_id is null)),
    check ((unit_id is null) = (right_needed is null)),
    check (post_id is null or unit_id is not null),
    check ((ticket_id is null) = (summary_of is not null))
);
comment on table message is '站内消息：发给单位（可限岗位）或某一账号，一条一行';
comment on column message.right_needed is '单位内具有此权限的人员可见';
comment on column message.summary_of is '汇总键：同一单位同一分钟批量导入的工单合并为一条';
create index message_of_unit on message (unit_id, at desc, id desc) where unit_id is not null;
create index message_of_account on message (account_id, at desc, id desc) where account_id is not null;
create index message_by_age on message (at);

create table reading (
    account_id uuid not null,
    message_id uuid not null references message on delete cascade,
    at timestamptz not null,
    primary key (account_id, message_id)
);
comment on table reading is '已读：某账号何时读过某条消息';
create index reading_of_message on reading (message_id);

create table reading_mark (
    account_id uuid primary key,
    up_to timestamptz not null
);
comment on table reading_mark is '全部已读：此刻及以前的消息均视为已读';

create table taken_changes (
    key uuid primary key,
    at timestamptz not null
);
comment on table taken_changes is '已处理的工单变动：重复投递时不再处理';
create index taken_changes_by_age on taken_changes (at);
