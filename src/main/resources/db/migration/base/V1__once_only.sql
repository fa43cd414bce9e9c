create table once_only (
    actor_id uuid not null,
    key text not null check (length(key) between 8 and 100),
    operation text not null,
    answer jsonb,
    at timestamptz not null,
    primary key (actor_id, key)
);
comment on table once_only is '幂等键：同一请求重复提交时返回首次的答复';
create index once_only_at on once_only (at);

-- the outbox of Spring Modulith (schema of its version 2 JDBC registry)
create table event_publication (
    id uuid primary key,
    listener_id text not null,
    event_type text not null,
    serialized_event text not null,
    publication_date timestamptz not null,
    completion_date timestamptz,
    status text,
    completion_attempts int,
    last_resubmission_date timestamptz
);
comment on table event_publication is '事件发件箱：与业务数据同一事务写入，处理完即删除';
create index event_publication_by_hash on event_publication using hash (serialized_event);
create index event_publication_by_completion on event_publication (completion_date);
