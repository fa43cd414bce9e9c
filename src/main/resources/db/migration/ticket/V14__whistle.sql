alter table part drop constraint part_role_check,
    add constraint part_role_check check (role in ('LEAD', 'ASSIST', 'CALLED'));
alter table history drop constraint history_action_check,
    add constraint history_action_check check (action in
        ('REGISTER', 'DISPATCH', 'INFORM', 'JOIN', 'CLASSIFY', 'TRANSFER', 'ACCEPT', 'ASSIGN', 'REPLY', 'ASK', 'ANSWER',
         'SUPPLEMENT', 'RETURN', 'UPHOLD', 'REFUSE', 'WHISTLE', 'JOINT', 'CONCLUDE', 'RESOLVE', 'SETTLE', 'DECLINE',
         'CLOSE', 'JUDGE', 'REOPEN', 'WITHDRAW',
         'DEFER', 'SUSPEND', 'RESUME', 'EXTEND', 'DENY', 'ESCALATE', 'SUPERVISE'));
alter table history drop constraint history_role_check,
    add constraint history_role_check check (role in
        ('SYSTEM', 'CLERK', 'DISPATCHER', 'HANDLER', 'ASSISTANT', 'CONVENER', 'REVIEWER', 'MEMBER', 'SETTLER',
         'SUPERVISOR', 'AUTHOR'));

create table whistle (
    id uuid primary key,
    ticket_id uuid not null references ticket,
    area_key text collate "C" not null,
    status text not null check (status in ('OPEN', 'AGREED', 'CLOSED', 'LAPSED')),
    convener_unit_id uuid not null,
    problem text not null check (length(problem) between 1 and 5000),
    place_text text not null check (length(place_text) between 1 and 200),
    lon double precision check (lon between -180 and 180),
    lat double precision check (lat between -90 and 90),
    meet_at timestamptz not null,
    blown_at timestamptz not null,
    resolution text check (length(resolution) between 1 and 5000),
    ended_at timestamptz,
    end_words text,
    needed boolean,
    review_words text,
    reviewed_at timestamptz,
    version bigint not null check (version >= 1),
    check ((lon is null) = (lat is null)),
    check ((status = 'OPEN') = (ended_at is null)),
    check ((needed is null) = (reviewed_at is null))
);
comment on table whistle is '吹哨：社区或街道就一件（或一组）工单召集部门到场联合处置；事项、时间、地点、联合决议、结哨与复核';
comment on column whistle.ticket_id is '牵头工单：联合处置的全过程记在它的流转记录里';
comment on column whistle.needed is '复核结论：是否确有必要；为空即未复核';
create unique index whistle_one_open on whistle (ticket_id) where status = 'OPEN';
create index whistle_of_ticket on whistle (ticket_id, blown_at desc);
create index whistle_of_area on whistle (area_key, blown_at desc, id desc);

create table whistle_ticket (
    whistle_id uuid not null references whistle,
    ticket_id uuid not null references ticket,
    primary key (whistle_id, ticket_id)
);
comment on table whistle_ticket is '吹哨所涉工单：牵头工单与一并处置的工单';
create index whistle_ticket_of_ticket on whistle_ticket (ticket_id);

create table whistle_call (
    id uuid primary key,
    whistle_id uuid not null references whistle,
    unit_id uuid not null,
    lead boolean not null,
    status text not null check (status in
        ('CALLED', 'OBJECTED', 'CONFIRMED', 'SENT', 'ARRIVED', 'PROMISED', 'SIGNED', 'EXCUSED', 'RELEASED')),
    called_at timestamptz not null,
    confirm_by timestamptz not null,
    confirmed_at timestamptz,
    objections int not null check (objections >= 0),
    delegate_name_sealed bytea,
    delegate_phone_sealed bytea,
    arrived_at timestamptz,
    arrived_lon double precision check (arrived_lon between -180 and 180),
    arrived_lat double precision check (arrived_lat between -90 and 90),
    arrival_step_id uuid,
    done text,
    promise text,
    promise_on date,
    promise_due_at timestamptz,
    signed_at timestamptz,
    fulfilled_at timestamptz,
    fulfilled_words text,
    fulfil_step_id uuid,
    score int check (score between 1 and 5),
    score_words text,
    version bigint not null check (version >= 1),
    unique (whistle_id, unit_id),
    check ((promise is null) = (promise_due_at is null)),
    check ((arrived_lon is null) = (arrived_lat is null)),
    check (status <> 'SIGNED' or signed_at is not null)
);
comment on table whistle_call is '应哨：被召集部门各有时钟的一份，确认、派员、到场、承诺、签署、兑现、考核';
comment on column whistle_call.delegate_name_sealed is '到场人员姓名（国密加密）；工作仍属单位，到场人只是事实';
comment on column whistle_call.arrived_lon is '签到时手机给出的位置；没有定位则为空';
create index whistle_call_of_unit on whistle_call (unit_id, called_at desc);
