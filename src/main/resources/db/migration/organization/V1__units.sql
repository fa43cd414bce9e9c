create table unit (
    id uuid primary key,
    code text not null unique,
    name text not null,
    kind text not null,
    area_key text collate "C" not null,
    parent_code text,
    phone text not null,
    open boolean not null
);
comment on table unit is '单位：政策包所列单位的固定编号，撤销后保留';

create table post (
    id uuid primary key,
    code text not null unique,
    unit_id uuid not null references unit,
    title text not null,
    role text not null,
    open boolean not null
);
comment on table post is '岗位：工作归单位和岗位，不归个人';

create table appointment (
    id uuid primary key,
    account_id uuid not null,
    post_id uuid not null references post,
    valid_from date not null,
    valid_to date check (valid_to > valid_from)
);
comment on table appointment is '任职：某账号自某日起担任某岗位';
create unique index appointment_held on appointment (account_id) where valid_to is null;
create index appointment_of_account on appointment (account_id, valid_from);
