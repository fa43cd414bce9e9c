create table unsealed (
    entry_id uuid primary key references entry (id)
);
comment on table unsealed is '待封印的审计记录：与记录同一事务写入，封印后即删；封印器只看这里，不扫描全部记录';

insert into unsealed (entry_id)
select id from entry where not exists (select from seal where seal.entry_id = entry.id);
