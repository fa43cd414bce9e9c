create table api_key (
    id uuid primary key,
    name text not null check (length(name) between 1 and 60),
    opening text not null check (length(opening) = 8),
    hash bytea not null unique check (length(hash) = 32),
    may_read boolean not null,
    may_write boolean not null,
    created_by uuid not null,
    created_at timestamptz not null,
    revoked_at timestamptz,
    check (may_read or may_write)
);
comment on table api_key is '接口密钥：只存摘要，明文仅在创建时显示一次';
comment on column api_key.opening is '密钥开头，供辨认';

create table filing (
    appeal_id uuid primary key,
    key_id uuid not null,
    media_url text check (length(media_url) <= 500),
    filed_at timestamptz not null
);
comment on table filing is '经开放接口提交的诉求：用哪个密钥提交、所附链接（从不抓取）';
create index filing_of_key on filing (key_id, filed_at desc);

create table subscription (
    id uuid primary key,
    name text not null check (length(name) between 1 and 60),
    url text not null check (length(url) <= 500),
    event_types text[] not null check (cardinality(event_types) > 0),
    area_key text collate "C" not null,
    secret_sealed bytea not null,
    created_by uuid not null,
    created_at timestamptz not null,
    revoked_at timestamptz
);
comment on table subscription is '事件订阅：工单事件推送到哪个地址、哪些类型、哪个辖区；签名密钥加密保存';
create index subscription_live on subscription (area_key) where revoked_at is null;

create table delivery (
    id uuid primary key,
    subscription_id uuid not null references subscription,
    event_id uuid not null,
    event_type text not null,
    subject text not null,
    body text not null,
    state text not null check (state in ('WAITING', 'DELIVERED', 'FAILED')),
    attempts int not null check (attempts >= 0),
    next_at timestamptz,
    answer_status int,
    failure text check (length(failure) <= 40),
    created_at timestamptz not null,
    tried_at timestamptz,
    unique (subscription_id, event_id),
    check ((state = 'WAITING') = (next_at is not null))
);
comment on table delivery is '事件推送：每个订阅每个事件一行；失败后退避重试，超过次数停止并标明';
comment on column delivery.next_at is '下次推送时间；正被某节点推送时为其租期的终点';
-- what is to be sent next, whichever node comes first
create index delivery_waiting on delivery (next_at) where state = 'WAITING';
-- the last of a subscription
create index delivery_of_subscription on delivery (subscription_id, id desc);
-- what is old enough to go
create index delivery_by_time on delivery (created_at);
