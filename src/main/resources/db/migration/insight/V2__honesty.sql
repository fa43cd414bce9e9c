-- 办结真实性: which reports that a ticket is done look unsolved, why, and what reviewers found; nobody's words
create table closure (
    entry_id uuid primary key,
    ticket_id uuid not null,
    number text not null,
    unit_id uuid not null,
    area_key text collate "C" not null,
    matter_code text,
    at timestamptz not null,
    reply_kind text not null check (reply_kind in ('RESULT', 'PROMISE', 'EXPLANATION')),
    pairs int[] not null,
    score int not null check (score between 0 and 100),
    verdict text check (verdict in ('UNSOLVED', 'SOLVED')),
    verdict_words text,
    reviewer_id uuid,
    reviewer_unit_id uuid,
    reviewed_at timestamptz,
    sent_back boolean not null,
    version bigint not null check (version >= 1),
    check ((verdict is null) = (reviewed_at is null)),
    check ((verdict is null) = (reviewer_id is null))
);
comment on table closure is '办结核查：每次办结反馈一行，含疑点得分和复核结论；不含任何人的原话';
comment on column closure.entry_id is '办结反馈所在的流转记录';
comment on column closure.pairs is '答复指纹：答复实质内容的双字集合';
comment on column closure.score is '疑点得分：各信号权重之和，最高 100';
comment on column closure.sent_back is '复核后已退回重办';
-- the review queue of an area, most suspicious first
create index closure_queue on closure (score desc, at desc, entry_id desc) include (area_key) where score > 0;
-- what a unit, and what others in the same matter, have replied before
create index closure_of_unit on closure (unit_id, at desc);
create index closure_of_matter on closure (matter_code, at desc);
create index closure_of_ticket on closure (ticket_id, at desc);

create table closure_signal (
    entry_id uuid not null references closure,
    signal text not null check (signal in
        ('COPIED_REPLY', 'PROMISE_ONLY', 'PHOTO_REUSED', 'PHOTO_OLD', 'PHOTO_FAR', 'LAST_MINUTE',
         'RESIDENT_DISAGREES')),
    weight int not null check (weight between 0 and 100),
    facts jsonb not null,
    primary key (entry_id, signal)
);
comment on table closure_signal is '办结疑点：一次办结的一个信号，连同当时的权重和依据';
comment on column closure_signal.facts is '依据：数值、相关工单和照片的编号；不含原话';

create table closure_photo (
    file_id uuid primary key,
    entry_id uuid not null references closure,
    ticket_id uuid not null,
    across bigint not null,
    down bigint not null,
    bands int[] not null
);
comment on table closure_photo is '办结照片指纹：感知哈希，用于发现同一照片用于不同工单';
comment on column closure_photo.bands is '指纹分段：有一段相同才逐位比较';
create index closure_photo_bands on closure_photo using gin (bands);
create index closure_photo_of_closure on closure_photo (entry_id);
