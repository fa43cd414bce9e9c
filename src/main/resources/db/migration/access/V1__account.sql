create table account (
    id uuid primary key,
    kind text not null check (kind in ('RESIDENT', 'STAFF')),
    username text unique check (username = lower(username)),
    display_name text not null check (length(display_name) between 1 and 60),
    password_hash text,
    password_set_at timestamptz,
    password_temporary boolean not null,
    phone_sealed bytea,
    phone_index bytea unique,
    failed_count int not null check (failed_count >= 0),
    locked_until timestamptz,
    disabled_at timestamptz,
    created_at timestamptz not null,
    version bigint not null,
    check ((kind = 'STAFF') = (username is not null)),
    check ((kind = 'STAFF') = (password_hash is not null)),
    check ((kind = 'RESIDENT') = (phone_index is not null))
);
comment on table account is '账号：居民凭手机号和验证码登录，工作人员凭用户名和密码登录';
create index account_staff on account (created_at, id) where kind = 'STAFF';

create table sign_in_code (
    id uuid primary key,
    phone_index bytea not null,
    code_hash bytea not null,
    sent_at timestamptz not null,
    expires_at timestamptz not null,
    tries int not null check (tries >= 0),
    used_at timestamptz
);
comment on table sign_in_code is '登录验证码：只存摘要';
create index sign_in_code_of_phone on sign_in_code (phone_index, sent_at desc);

create table attempt (
    id uuid primary key,
    bucket text not null,
    at timestamptz not null
);
comment on table attempt is '限流计数：按手机号、来源地址等分桶，多个节点共用';
create index attempt_of_bucket on attempt (bucket, at);

create table purpose (
    id uuid primary key,
    code text not null,
    legal_basis text not null,
    subject_type text not null,
    subject_id uuid not null,
    holder_unit_id uuid not null,
    opened_at timestamptz not null,
    closed_at timestamptz
);
comment on table purpose is '用途：哪个单位因何事可以查看哪条记录的个人信息；事毕即关闭';
create index purpose_open on purpose (subject_id, holder_unit_id) where closed_at is null;

create table spring_session (
    primary_id char(36) not null primary key,
    session_id char(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
comment on table spring_session is '会话（Spring Session）';
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);
comment on table spring_session_attributes is '会话内容（Spring Session）';
