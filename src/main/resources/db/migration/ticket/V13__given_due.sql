alter table ticket add column given_due_at timestamptz;
comment on column ticket.given_due_at is '上级平台随导入给定的办理期限；与现期限相同时，时钟不归本平台管';
