create table preference (
    account_id uuid primary key,
    by_phone boolean not null,
    at timestamptz not null
);
comment on table preference is '提醒偏好：是否以手机短信提醒；居民未设置视为是，工作人员未设置视为否';

-- no phone number stands here: it is looked up, under audit, at the moment of sending
create table delivery (
    id uuid primary key,
    account_id uuid,
    appeal_id uuid,
    right_needed text,
    ticket_id uuid,
    text_code text not null,
    arguments text[] not null,
    once_key text unique,
    state text not null check (state in ('WAITING', 'SENT', 'PARKED', 'DROPPED')),
    tries int not null check (tries >= 0),
    next_at timestamptz,
    fault text,
    created_at timestamptz not null,
    ended_at timestamptz,
    check (account_id is not null or appeal_id is not null),
    check ((state = 'WAITING') = (next_at is not null)),
    check ((state = 'WAITING') = (ended_at is null))
);
comment on table delivery is '短信投递：发给居民（按诉求）或工作人员（按账号），可靠投递、失败重试、多次失败搁置';
comment on column delivery.fault is '最近一次未送达的原因代码';
create index delivery_due on delivery (next_at) where state = 'WAITING';
create index delivery_log on delivery (created_at desc, id desc);
create index delivery_log_of_state on delivery (state, created_at desc, id desc);
