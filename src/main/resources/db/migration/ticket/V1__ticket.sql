-- what residents wrote stands in appeal, history and verdict (and the first words of it in ticket.excerpt); names and
-- phones are sealed

create table ticket (
    id uuid primary key,
    number text not null unique check (number ~ '^[0-9]{8}-[0-9]{6,}$'),
    status text not null check (status in
        ('TRIAGE', 'DISPATCHED', 'ACCEPTED', 'WAITING', 'RESOLVED', 'CLOSED', 'DECLINED', 'WITHDRAWN')),
    channel text not null check (channel in ('WEB', 'HOTLINE', 'MAILBOX', 'COUNTER')),
    matter_code text,
    urgency text not null check (urgency in ('NORMAL', 'URGENT', 'EMERGENCY')),
    area_key text collate "C" not null,
    placed boolean not null,
    lon double precision check (lon between -180 and 180),
    lat double precision check (lat between -90 and 90),
    place_text text,
    opened_at timestamptz not null,
    due_at timestamptz,
    round int not null check (round >= 0),
    reopen_until timestamptz,
    lead_unit_id uuid,
    excerpt text not null check (length(excerpt) <= 120),
    confidential boolean not null,
    appeal_count int not null check (appeal_count >= 1),
    updated_at timestamptz not null,
    version bigint not null check (version >= 1),
    check ((lon is null) = (lat is null)),
    check (status not in ('DISPATCHED', 'ACCEPTED', 'WAITING') or (lead_unit_id is not null and due_at is not null)),
    check (status <> 'TRIAGE' or lead_unit_id is null)
);
comment on table ticket is '工单：一件事的办理单元，可含多件诉求、多个承办分项';
comment on column ticket.area_key is '所在辖区编码键；地点不明时为全市';
comment on column ticket.lead_unit_id is '当前（或最后）主责单位；待研判时为空';
comment on column ticket.confidential is '含保密诉求：被诉类单位只见事项和地点';
comment on column ticket.round is '第几次重办，首次为 0';
-- queue of a unit, by deadline: open tickets only
create index ticket_of_unit on ticket
    (lead_unit_id, (coalesce(due_at, timestamptz '9999-12-31 00:00:00+00')), id)
    where status in ('DISPATCHED', 'ACCEPTED', 'WAITING');
-- triage queue of an area, by deadline
create index ticket_in_triage on ticket
    ((coalesce(due_at, timestamptz '9999-12-31 00:00:00+00')), id) include (area_key) where status = 'TRIAGE';
-- everything of an area, newest first, and counts by area
create index ticket_of_area on ticket (area_key, opened_at desc, id);
create index ticket_by_opening on ticket (opened_at desc, id desc);
create index ticket_by_due on ticket ((coalesce(due_at, timestamptz '9999-12-31 00:00:00+00')), id);

create table appeal (
    id uuid primary key,
    ticket_id uuid not null references ticket,
    channel text not null check (channel in ('WEB', 'HOTLINE', 'MAILBOX', 'COUNTER')),
    external_id text check (length(external_id) <= 200),
    author_id uuid,
    subject text not null,
    words text not null,
    grams text[] not null,
    submitted_at timestamptz not null,
    confidential boolean not null,
    contact_name_sealed bytea,
    contact_phone_sealed bytea,
    contact_phone_index bytea check (length(contact_phone_index) = 32),
    query_code_sealed bytea not null,
    query_code_index bytea not null unique check (length(query_code_index) = 32),
    withdrawn_at timestamptz,
    check (length(subject) + length(words) <= 20000)
);
comment on table appeal is '诉求：诉求人的原话，永不改动；联系方式国密加密';
comment on column appeal.grams is '检索用双字切分';
comment on column appeal.query_code_index is '查询码的盲索引；凭码只能查状态';
create unique index appeal_once_per_channel on appeal (channel, external_id) where external_id is not null;
create index appeal_of_ticket on appeal (ticket_id);
create index appeal_of_author on appeal (author_id, submitted_at desc, id) where author_id is not null;
create index appeal_grams on appeal using gin (grams);

create table part (
    id uuid primary key,
    ticket_id uuid not null references ticket,
    unit_id uuid not null,
    role text not null check (role in ('LEAD', 'ASSIST')),
    status text not null check (status in ('OPEN', 'DONE', 'RETURNED', 'TRANSFERRED', 'ENDED')),
    due_at timestamptz,
    post_id uuid,
    opened_at timestamptz not null,
    accepted_at timestamptz,
    ended_at timestamptz,
    position int not null,
    check ((status = 'OPEN') = (ended_at is null))
);
comment on table part is '分项：一个单位在工单中的承办部分，各有时钟；主责同时只有一个';
create unique index part_one_open_lead on part (ticket_id) where role = 'LEAD' and status = 'OPEN';
create index part_of_ticket on part (ticket_id, position);
-- which tickets a unit has or had
create index part_of_unit on part (unit_id, ticket_id);

create table history (
    id uuid primary key,
    ticket_id uuid not null references ticket,
    number bigint not null check (number >= 1),
    at timestamptz not null,
    action text not null check (action in
        ('REGISTER', 'DISPATCH', 'CLASSIFY', 'TRANSFER', 'ACCEPT', 'ASSIGN', 'REPLY', 'ASK', 'ANSWER', 'SUPPLEMENT',
         'RETURN', 'RESOLVE', 'DECLINE', 'CLOSE', 'JUDGE', 'REOPEN', 'WITHDRAW')),
    role text not null check (role in ('SYSTEM', 'DISPATCHER', 'HANDLER', 'ASSISTANT', 'AUTHOR')),
    actor_id uuid not null,
    unit_id uuid,
    from_status text,
    to_status text not null,
    appeal_id uuid references appeal,
    words text,
    facts jsonb not null,
    unique (ticket_id, number),
    check ((number = 1) = (from_status is null))
);
comment on table history is '流转记录：每一步由谁、何时、从何状态到何状态；只增不改';

create table dispatch_decision (
    id uuid primary key,
    ticket_id uuid not null references ticket,
    at timestamptz not null,
    facts jsonb not null,
    decision jsonb not null,
    pack_versions jsonb not null
);
comment on table dispatch_decision is '派单决定：所依事实、政策包版本与理由，可复算';
create index dispatch_decision_of_ticket on dispatch_decision (ticket_id, at desc, id desc);

create table verdict (
    appeal_id uuid not null references appeal,
    round int not null check (round >= 0),
    contacted boolean not null,
    solved boolean not null,
    satisfaction int not null check (satisfaction between 1 and 5),
    words text,
    at timestamptz not null,
    primary key (appeal_id, round)
);
comment on table verdict is '评价：诉求人对每一轮办理的回答（联系、解决、满意）';

create table day_number (
    day date primary key,
    last int not null check (last >= 1)
);
comment on table day_number is '工单号的日序列';
