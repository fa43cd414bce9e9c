-- :timers tickets in hand, each with a timer that goes off at :at; every second one is overdue then, the others near it.
truncate ticket cascade;
create temp table late as
select i, md5('timer' || i)::uuid as id, u.id as unit, u.area_key as key, i % 2 = 0 as overdue
from generate_series(1, :timers) i
join (select id, area_key, row_number() over (order by code) - 1 as n, count(*) over () as units
      from organization.unit where open and kind in ('property_firm', 'urban_management', 'traffic_police')
      -- above the city's own units there is nobody to go up to
      and area_key > (select min(area_key) from organization.unit)) u
    on u.n = i % u.units;
insert into ticket (id, number, status, channel, matter_code, urgency, area_key, placed, opened_at, due_at, alarm_at, round,
    lead_unit_id, excerpt, confidential, appeal_count, updated_at, version, changed_xact)
select id, '20200101-' || lpad(i::text, 7, '0'), 'ACCEPTED', 'HOTLINE', null, 'NORMAL', key, true,
    timestamptz :at - interval '5 days', case when overdue then timestamptz :at else timestamptz :at + interval '1 day' end,
    timestamptz :at, 0, unit, '到点的钟', false, 1, timestamptz :at - interval '5 days', 3, 1
from late;
insert into appeal (id, ticket_id, channel, subject, words, grams, submitted_at, confidential, query_code_sealed, query_code_index)
select md5('appeal' || i)::uuid, id, 'HOTLINE', '', '到点的钟', '{}', timestamptz :at - interval '5 days', false, sha256(i::text::bytea),
    sha256(('code' || i)::bytea)
from late;
insert into part (id, ticket_id, unit_id, role, status, due_at, opened_at, accepted_at, position)
select md5('part' || i)::uuid, id, unit, 'LEAD', 'OPEN', timestamptz :at, timestamptz :at - interval '5 days',
    timestamptz :at - interval '5 days', 0
from late;
insert into history (id, ticket_id, number, at, action, role, actor_id, unit_id, from_status, to_status, facts)
select md5('step' || number || '-' || i)::uuid, id, number, timestamptz :at - interval '5 days', action, role,
    '00000000-0000-0000-0000-000000000000', case when role = 'HANDLER' then unit end, from_status, to_status, '{}'
from late, (values (1, 'REGISTER', 'SYSTEM', null, 'TRIAGE'), (2, 'DISPATCH', 'SYSTEM', 'TRIAGE', 'DISPATCHED'),
    (3, 'ACCEPT', 'HANDLER', 'DISPATCHED', 'ACCEPTED')) as step (number, action, role, from_status, to_status);
