alter table appeal
    add column public_at timestamptz,
    add column chosen_matter_code text check (length(chosen_matter_code) <= 64),
    add check (public_at is null or not confidential);
comment on column appeal.public_at is '诉求人同意公开的时间；为空即不公开，保密诉求不能公开';
comment on column appeal.chosen_matter_code is '诉求人自选的事项；为空即未选';
-- what the public and other programs may list, newest first
create index appeal_open on appeal (submitted_at desc, id desc)
    where (channel = 'OPEN311' or public_at is not null) and withdrawn_at is null and not confidential;
