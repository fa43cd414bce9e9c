-- 职责外诉求: each time that a person moved an appeal to a community which the duty list gives no part in its matter
create table outside_duty (
    id uuid primary key,
    ticket_id uuid not null references ticket,
    community_id uuid not null,
    area_key text collate "C" not null,
    matter_code text,
    by_unit_id uuid not null,
    at timestamptz not null,
    day date not null
);
comment on table outside_duty is '职责外诉求：人工改派给社区（网格）、而权责清单未列其主责或协办的诉求，逐次记录，计入负担表';
comment on column outside_duty.area_key is '社区的辖区';
comment on column outside_duty.matter_code is '改派时的事项；尚未确定为空';
comment on column outside_duty.by_unit_id is '改派的单位';
comment on column outside_duty.day is '改派之日，按本市时区';
create index outside_duty_of_area on outside_duty (area_key, day);
create index outside_duty_by_unit on outside_duty (by_unit_id, day);
