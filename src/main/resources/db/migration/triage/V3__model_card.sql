-- models from before there were cards know neither what they rest on nor how they did: they are made anew, which takes
-- seconds; the corrections that they were made of stay
delete from model;

alter table correction add column held_back boolean not null default false;
alter table correction alter column held_back drop default;
comment on column correction.held_back is '留出：从不参与学习，只用于检验模型；首次判定时确定，不再改变';
-- the newest of each kind
create index correction_newest on correction (held_back, sequence desc);

alter table model
    alter column bytes drop not null,
    add column cold bigint references model,
    add column confirmed jsonb not null,
    add column size_bytes int not null check (size_bytes > 0),
    add column state text not null check (state in ('SERVING', 'EARLIER', 'REFUSED', 'ROLLED_BACK')),
    add column tickets int not null check (tickets >= 0),
    add column tickets_right int not null check (tickets_right between 0 and tickets),
    add column macro_f1 double precision not null check (macro_f1 between 0 and 1),
    add column calibration_error double precision not null check (calibration_error between 0 and 1),
    add column sureness jsonb not null,
    add column rival bigint,
    add column rival_right int check (rival_right >= 0),
    add constraint rival_counted check ((rival is null) = (rival_right is null)),
    add constraint serving_is_kept check (state <> 'SERVING' or bytes is not null);
comment on table model is '研判模型：每次训练一行，即其模型卡；所有节点使用在用的一个';
comment on column model.bytes is '模型内容；较早的只留模型卡';
comment on column model.cold is '同一目录下只学过种子短语的模型；其自身为空';
comment on column model.confirmed is '学习所用的人工确认工单数，按事项';
comment on column model.tickets is '留出工单数：检验时使用，从不参与学习';
comment on column model.sureness is '把握与正确率：留出工单中把握达到各档时的正确率与占比';
comment on column model.rival is '比较对象：当时在用的模型，判对数见 rival_right';
-- one for all nodes, whatever happens
create unique index model_serving on model (state) where state = 'SERVING';

create table model_step (
    model bigint not null references model,
    number int not null check (number >= 1),
    at timestamptz not null,
    state text not null check (state in ('SERVING', 'EARLIER', 'REFUSED', 'ROLLED_BACK')),
    actor_id uuid not null,
    actor_name text not null check (length(actor_name) <= 60),
    why jsonb not null,
    primary key (model, number)
);
comment on table model_step is '模型经过：何时由谁、为何启用、停用、未启用或回退；只增不改';
