-- One chunk of a year of tickets, numbers :from to :to of :tickets; the same rows for the same seed and moment.
drop table if exists drawn;
create temp table drawn as
with dice as (
    select i, array(select (hashint8extended(i::bigint, :seed + k) & 1048575) / 1048576.0::float8
                    from generate_series(1, 14) k) as u
    from generate_series(:from, :to) i),
grids as (select count(*)::int as n from grid),
matters as (select count(*)::int as n from matter),
placed as (
    select i, u,
        date_trunc('hour', now()) - interval '365 days' + (i - 1 + u[1]) * interval '365 days' / :tickets as opened,
        floor(grids.n * power(u[2], 1.5))::int as grid,
        floor(matters.n * power(u[3], 1.8))::int as matter,
        floor(6 * power(u[4], 2))::int as k
    from dice, grids, matters),
aged as (
    select *, now() - opened as age, opened + (1 + floor(u[5] * 6)) * interval '1 day' as due
    from placed)
select aged.i, u, opened, due, grid.key, grid.lon, grid.lat, matter.code, matter.name, matter.words, matter.grams,
    grid_unit.unit,
    -- old tickets are over, new ones on their way; a few never were
    case
        when u[6] < 0.03 then 'DECLINED'
        when u[6] < 0.05 then 'WITHDRAWN'
        when age > (4 + 10 * u[7]) * interval '1 day' and u[6] > 0.056 then 'CLOSED'
        when age > (2 + 6 * u[7]) * interval '1 day' and u[6] > 0.058 then 'RESOLVED'
        when u[8] < 0.08 and age < interval '2 days' then 'TRIAGE'
        when u[8] < 0.3 and age < interval '2 days' then 'DISPATCHED'
        when u[8] < 0.36 then 'WAITING'
        when u[8] < 0.4 then 'DISPATCHED'
        else 'ACCEPTED'
    end as status,
    (array['WEB', 'HOTLINE', 'HOTLINE', 'HOTLINE', 'MAILBOX', 'COUNTER', 'GRID', 'OPEN311'])[1 + floor(u[9] * 8)::int]
        as channel,
    (lpad(to_hex((extract(epoch from opened) * 1000)::bigint), 12, '0') || '7' || substr(md5(aged.i::text), 1, 3)
        || '8' || substr(md5(aged.i::text), 4, 15))::uuid as id,
    md5('appeal' || aged.i)::uuid as appeal_id
from aged
join grid on grid.n = aged.grid
join matter on matter.n = aged.matter
join grid_unit on grid_unit.grid = aged.grid and grid_unit.k = aged.k;

insert into ticket (id, number, status, channel, matter_code, urgency, area_key, placed, lon, lat, place_text,
    opened_at, due_at, round, reopen_until, lead_unit_id, excerpt, confidential, appeal_count, updated_at, version,
    response, solved, satisfaction, changed_xact)
select id, to_char(opened at time zone 'Asia/Shanghai', 'YYYYMMDD-') || lpad((i % 1000000)::text, 6, '0'), status,
    channel, case when status = 'TRIAGE' and u[10] < 0.7 then null else code end,
    case when u[10] < 0.02 then 'EMERGENCY' when u[10] < 0.1 then 'URGENT' else 'NORMAL' end, key, true,
    case when u[11] < 0.85 then lon + (u[12] - 0.5) * 0.004 end, case when u[11] < 0.85 then lat + (u[13] - 0.5) * 0.003 end,
    null, opened, case when status = 'TRIAGE' then opened + interval '4 hours' else due end, 0,
    case when status = 'CLOSED' then due + interval '15 days' end, case when status <> 'TRIAGE' then unit end,
    left(words, 60), u[14] < 0.05, 1, least(now(), due), case status when 'CLOSED' then 5 when 'RESOLVED' then 4 else 3 end,
    case when status in ('ACCEPTED', 'WAITING', 'RESOLVED', 'CLOSED') then
        case when u[12] < 0.96 then 'IN_TIME' else 'LATE' end end,
    case when status = 'CLOSED' and u[13] < 0.7 then u[14] < 0.9 end,
    case when status = 'CLOSED' and u[13] < 0.7 then
        case when u[14] < 0.86 then 4 + (u[12] * 2)::int % 2 when u[14] < 0.93 then 3 else 1 + (u[12] * 2)::int % 2 end end,
    1
from drawn;

-- something that one ticket in fifty thousand tells
update drawn set words = words || '昨天还有一只孔雀飞进院子。', grams = grams || :rare where i % 50000 = 77;

insert into appeal (id, ticket_id, channel, external_id, author_id, subject, words, grams, submitted_at, confidential,
    query_code_sealed, query_code_index)
select appeal_id, id, channel, null, null, name, words, grams, opened, u[14] < 0.05, sha256(i::text::bytea),
    sha256(('code' || i)::bytea)
from drawn;

insert into part (id, ticket_id, unit_id, role, status, due_at, opened_at, accepted_at, ended_at, position)
select md5('part' || i)::uuid, id, unit, 'LEAD',
    case when status in ('RESOLVED', 'CLOSED') then 'DONE' when status in ('DECLINED', 'WITHDRAWN') then 'ENDED' else 'OPEN' end,
    due, opened, case when status in ('ACCEPTED', 'WAITING', 'RESOLVED', 'CLOSED') then opened + interval '3 hours' end,
    case when status in ('RESOLVED', 'CLOSED', 'DECLINED', 'WITHDRAWN') then least(now(), due) end, 0
from drawn where status <> 'TRIAGE';

insert into dispatch_decision (id, ticket_id, at, facts, decision, pack_versions)
select md5('decision' || i)::uuid, id, opened, facts, decision, pack_versions
from drawn, sample where i > :tickets - :decided;

insert into history (id, ticket_id, number, at, action, role, actor_id, unit_id, from_status, to_status, facts)
select md5('step' || step.number || '-' || i)::uuid, id, step.number, opened + step.number * interval '2 hours', step.action,
    step.role, '00000000-0000-0000-0000-000000000000', case when step.role = 'HANDLER' then unit end,
    step.from_status, step.to_status, '{}'
from drawn
join (values
    (1, 'REGISTER', 'SYSTEM', null, 'TRIAGE', '{TRIAGE,DISPATCHED,ACCEPTED,WAITING,RESOLVED,CLOSED,DECLINED,WITHDRAWN}'),
    (2, 'DISPATCH', 'SYSTEM', 'TRIAGE', 'DISPATCHED', '{DISPATCHED,ACCEPTED,WAITING,RESOLVED,CLOSED,DECLINED,WITHDRAWN}'),
    (3, 'ACCEPT', 'HANDLER', 'DISPATCHED', 'ACCEPTED', '{ACCEPTED,WAITING,RESOLVED,CLOSED}'),
    (4, 'RESOLVE', 'HANDLER', 'ACCEPTED', 'RESOLVED', '{RESOLVED,CLOSED}'),
    (5, 'CLOSE', 'DISPATCHER', 'RESOLVED', 'CLOSED', '{CLOSED}'))
    as step (number, action, role, from_status, to_status, of) on drawn.status = any (step.of::text[]);

insert into verdict (appeal_id, round, contacted, solved, satisfaction, at)
select appeal_id, 0, true, ticket.solved, ticket.satisfaction, ticket.updated_at
from drawn join ticket using (id) where ticket.solved is not null;
