-- A check-in far from the meeting place is kept, but nobody has come by it.
alter table whistle_call
    add column arrival_counts boolean,
    add column admit_words text check (length(admit_words) between 1 and 5000);
update whistle_call set arrival_counts = true where arrived_at is not null;
alter table whistle_call add check ((arrived_at is null) = (arrival_counts is null));
comment on column whistle_call.arrival_counts is '签到是否算到场：在集合点附近，或经召集单位认可';
comment on column whistle_call.admit_words is '召集单位认可远处签到的理由';

-- A ticket that goes along with a whistle may end before it.
alter table whistle_ticket add column left_at timestamptz;
comment on column whistle_ticket.left_at is '该工单先行办结、退出联合处置的时间；未退出为空';
