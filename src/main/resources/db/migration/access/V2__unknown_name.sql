create table unknown_name (
    name_index bytea primary key,
    failed_count int not null check (failed_count > 0),
    locked_until timestamptz,
    at timestamptz not null
);
comment on table unknown_name is '不存在的用户名的登录失败次数（只存盲索引）：与真实账号同样锁定，使试探无从得知';
create index unknown_name_at on unknown_name (at);
