create table objection (
    id uuid primary key,
    ticket_id uuid not null references ticket,
    call_id uuid references whistle_call,
    unit_id uuid not null,
    number int not null check (number >= 1),
    reason_code text not null,
    duty_entry text not null,
    matter_code text,
    words text not null,
    raised_at timestamptz not null,
    due_at timestamptz not null,
    status text not null check (status in ('OPEN', 'UPHELD', 'REFUSED', 'LAPSED')),
    decided_at timestamptz,
    decided_unit_id uuid,
    decided_words text,
    to_unit_id uuid,
    check ((status = 'OPEN') = (decided_at is null))
);
comment on table objection is '退单异议：单位引用权责清单退回工单、或不应吹哨；由街道限时复核，成立与不成立都计入该单位';
comment on column objection.call_id is '对吹哨提出的异议；为空即对工单的退单';
comment on column objection.number is '同一工单（同一应哨）第几次异议；第二次由街道最终决定';
create unique index objection_one_open on objection (ticket_id) where status = 'OPEN' and call_id is null;
create unique index objection_one_open_of_call on objection (call_id) where status = 'OPEN' and call_id is not null;
create index objection_of_ticket on objection (ticket_id, raised_at);
create index objection_of_unit on objection (unit_id, raised_at desc);
create index objection_by_time on objection (raised_at desc, id desc);
