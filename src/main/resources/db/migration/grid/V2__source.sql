alter table task add column source_id uuid;
comment on column task.source_id is '由哪一项社区任务转来；社区自己安排的为空';
