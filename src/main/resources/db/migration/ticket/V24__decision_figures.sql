-- what figures ask of decisions stands beside the JSON that was kept; the database takes it out, so the two cannot differ
alter table dispatch_decision
    add column cause text not null generated always as (facts ->> 'cause') stored,
    add column matter_code text generated always as (facts ->> 'matterCode') stored,
    add column confidence double precision generated always as ((facts ->> 'matterConfidence')::double precision) stored,
    add column unit_id uuid generated always as ((decision -> 'unit' ->> 'id')::uuid) stored;
comment on column dispatch_decision.cause is '决定缘由：INTAKE 为系统研判，CLASSIFIED、TRANSFERRED 为人工';
comment on column dispatch_decision.confidence is '事项把握';
comment on column dispatch_decision.unit_id is '派往单位；转人工时为空';
-- months of what the machine read
create index dispatch_decision_read on dispatch_decision (at) include (ticket_id, matter_code, confidence, unit_id)
    where cause = 'INTAKE';
-- what people then decided
create index dispatch_decision_by_people on dispatch_decision (ticket_id, at) include (cause, matter_code, unit_id)
    where cause in ('CLASSIFIED', 'TRANSFERRED');
