create table entry (
    id uuid primary key,
    at timestamptz not null,
    actor_id uuid not null,
    actor_name text not null,
    unit_id uuid,
    action text not null,
    subject_type text not null,
    subject_id text not null,
    purpose text,
    detail text
);
comment on table entry is '审计记录：谁在何时因何事做了或看了什么；只增不改';
create index entry_of_subject on entry (subject_type, subject_id, at);
create index entry_of_actor on entry (actor_id, at);

create table seal (
    number bigint primary key,
    entry_id uuid not null unique references entry (id),
    hash bytea not null check (length(hash) = 32),
    at timestamptz not null
);
comment on table seal is '审计封印：每秒由封印器把新记录串入哈希链，写事务不加锁';
