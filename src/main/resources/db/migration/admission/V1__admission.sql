create sequence request_number as bigint;

create table request (
    id uuid primary key,
    number text not null unique check (length(number) between 1 and 30),
    kind text not null check (kind in ('ADMINISTRATIVE', 'SERVICE', 'PLATFORM')),
    title text not null check (length(title) between 1 and 60),
    about text not null check (length(about) between 1 and 1000),
    basis text not null check (length(basis) between 1 and 300),
    times int not null check (times between 1 and 400),
    per text not null check (per in ('WEEK', 'MONTH', 'QUARTER', 'YEAR')),
    hours numeric(5, 1) not null check (hours > 0),
    money_yuan int not null check (money_yuan >= 0),
    people int not null check (people >= 0),
    facilities text not null check (length(facilities) <= 300),
    cost_yuan int check (cost_yuan >= 0),
    overlapping text[] not null,
    from_day date not null,
    to_day date not null,
    status text not null check (status in
        ('VOTING', 'VETOED', 'STREET', 'COUNTY', 'ACCEPTED', 'REJECTED', 'WITHDRAWN', 'EXPIRED')),
    round int not null check (round >= 1),
    voting_until timestamptz not null,
    area_codes text[] not null,
    area_key text collate "C" not null,
    through_street boolean not null,
    unit_id uuid not null,
    applicant_id uuid not null,
    created_at timestamptz not null,
    draft_id uuid,
    version bigint not null check (version >= 1),
    check (to_day >= from_day)
);
comment on table request is '准入申请：部门申请把一项工作或一个应用平台列入社区工作事项准入清单，人财物随事转';
comment on column request.area_key is '所涉社区的共同上级辖区编码键，决定哪个街道、区县审核';
comment on column request.through_street is '所涉社区同属一个街道，须经街道审核';
comment on column request.draft_id is '准入后向政策包提请的清单草稿';
-- a unit's own requests, those of an area, both newest first
create index request_of_unit on request (unit_id, id desc);
create index request_of_area on request (area_key, id desc);
-- whose voting is over, and what has come to its end
create index request_voting on request (voting_until) where status = 'VOTING';
create index request_in_force on request (to_day) where status = 'ACCEPTED';

create table voice (
    request_id uuid not null references request,
    round int not null check (round >= 1),
    unit_id uuid not null,
    area_key text collate "C" not null,
    veto boolean,
    words text not null check (length(words) <= 500),
    voted_at timestamptz,
    voter_id uuid,
    primary key (request_id, round, unit_id),
    check ((veto is null) = (voted_at is null)),
    check ((veto is null) = (voter_id is null))
);
comment on table voice is '社区意见：每一轮征求意见中每个社区一票，可否决；未表态的不计否决';
-- requests on which a community has a voice
create index voice_of_unit on voice (unit_id, request_id);

create table task (
    id uuid primary key,
    sending_id uuid not null,
    item_code text not null check (length(item_code) <= 64),
    item_name text not null,
    list_version bigint not null check (list_version >= 1),
    title text not null check (length(title) between 1 and 60),
    words text not null check (length(words) between 1 and 2000),
    due_day date not null,
    forms int not null check (forms between 0 and 50),
    hours_asked numeric(5, 1) not null check (hours_asked > 0),
    hours_spent numeric(5, 1) check (hours_spent >= 0),
    status text not null check (status in ('SENT', 'RECEIVED', 'DONE', 'WITHDRAWN')),
    sender_unit_id uuid not null,
    sender_id uuid not null,
    unit_id uuid not null,
    area_key text collate "C" not null,
    sent_day date not null,
    created_at timestamptz not null,
    ended_at timestamptz,
    version bigint not null check (version >= 1),
    check ((status = 'DONE') = (hours_spent is not null)),
    check ((status in ('DONE', 'WITHDRAWN')) = (ended_at is not null))
);
comment on table task is '社区任务：单位依准入清单下达给一个社区的任务；没有清单事项及其版本的任务无法存在';
comment on column task.list_version is '下达当日依据的准入清单版本';
-- what a community got, what a unit sent, what an area carries: newest first (ids grow with time)
create index task_of_community on task (unit_id, id desc);
create index task_of_sender on task (sender_unit_id, id desc);
create index task_of_area on task (area_key, sent_day);
-- how often a community got an item since a day
create index task_counted on task (item_code, unit_id, sent_day) where status <> 'WITHDRAWN';

create table history (
    id uuid primary key,
    request_id uuid references request,
    task_id uuid references task,
    number bigint not null check (number >= 1),
    at timestamptz not null,
    action text not null,
    role text not null,
    actor_id uuid not null,
    unit_id uuid,
    from_status text,
    to_status text not null,
    words text not null check (length(words) <= 2000),
    unique (request_id, number),
    unique (task_id, number),
    check (num_nonnulls(request_id, task_id) = 1),
    check ((number = 1) = (from_status is null))
);
comment on table history is '准入申请与社区任务的记录：每一步由谁、何时、说明；只增不改';

create table chore (
    id uuid primary key,
    kind text not null check (length(kind) <= 64),
    hours numeric(5, 1) not null check (hours > 0),
    for_whom text not null check (for_whom in ('RESIDENT', 'UNIT', 'OTHER')),
    for_unit_id uuid,
    words text not null check (length(words) <= 200),
    day date not null,
    unit_id uuid not null,
    area_key text collate "C" not null,
    recorder_id uuid not null,
    created_at timestamptz not null,
    cancelled_at timestamptz,
    version bigint not null check (version >= 1),
    check ((for_whom = 'UNIT') = (for_unit_id is not null))
);
comment on table chore is '非职责事务：社区工作者为居民或单位做的职责之外的事，计入负担；记错可撤销，不删除';
-- what an area carries by day, and a community's own records, newest first
create index chore_of_area on chore (area_key, day);
create index chore_of_unit on chore (unit_id, id desc);

create table suggestion (
    id uuid primary key,
    item_code text not null check (length(item_code) <= 64),
    words text not null check (length(words) between 1 and 500),
    unit_id uuid not null,
    author_id uuid not null,
    created_at timestamptz not null,
    answer text check (length(answer) between 1 and 500),
    answered_at timestamptz,
    answerer_id uuid,
    version bigint not null check (version >= 1),
    check ((answer is null) = (answered_at is null)),
    check ((answer is null) = (answerer_id is null))
);
comment on table suggestion is '应用建议：社区工作者对应用平台的意见与主管单位的答复';
create index suggestion_of_item on suggestion (item_code, id desc);
