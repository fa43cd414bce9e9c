-- what became of a ticket, kept beside its state, so that figures need neither history nor verdicts
alter table ticket
    add column response text check (response in ('IN_TIME', 'LATE')),
    add column solved boolean,
    add column satisfaction int check (satisfaction between 1 and 5),
    add column changed_xact bigint,
    add constraint ticket_judged check ((solved is null) = (satisfaction is null));
comment on column ticket.response is '首次响应是否在时限内；尚未响应为空';
comment on column ticket.solved is '最近一轮评价：全部评价人认为已解决；未评价为空';
comment on column ticket.satisfaction is '最近一轮评价中最低的满意度分';
comment on column ticket.changed_xact is '最后改动本行的事务号；统计列存据此补读，不漏不重';

update ticket set response = (
    select case when h.at <= coalesce(p.due_at, 'infinity') then 'IN_TIME' else 'LATE' end
    from history h
    left join lateral (
        select part.due_at from part
        where part.ticket_id = h.ticket_id and part.role = 'LEAD' and part.opened_at <= h.at
        order by part.position desc limit 1) p on true
    where h.ticket_id = ticket.id and h.role = 'HANDLER' and h.action in ('ACCEPT', 'REPLY', 'ASK', 'RESOLVE')
    order by h.number limit 1);

update ticket set solved = v.solved, satisfaction = v.satisfaction
from (
    select distinct on (a.ticket_id) a.ticket_id, bool_and(v.solved) as solved, min(v.satisfaction) as satisfaction
    from verdict v join appeal a on a.id = v.appeal_id
    group by a.ticket_id, v.round
    order by a.ticket_id, v.round desc) v
where v.ticket_id = ticket.id;

-- no way of writing a ticket may forget it, so the database itself notes the transaction
create function note_change() returns trigger language plpgsql as $$
begin
    new.changed_xact := pg_current_xact_id()::text::bigint;
    return new;
end $$;
create trigger ticket_noted before insert or update on ticket for each row execute function note_change();
update ticket set changed_xact = 0;
alter table ticket alter column changed_xact set not null;
create index ticket_changes on ticket (changed_xact);
