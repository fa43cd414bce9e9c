-- 自报件: what a community or one of its grids has seen itself does not count against it; from now on, as figures
-- that were told before are not told anew
alter table ticket
    add column own_unit_ids uuid[] check (cardinality(own_unit_ids) >= 1),
    add column own_area_key text collate "C",
    add constraint ticket_own check ((own_unit_ids is null) = (own_area_key is null));
comment on column ticket.own_unit_ids is '自报件：自己发现并上报的社区、网格单位，由其主办时不计入其三率；并入居民诉求后为空';
comment on column ticket.own_area_key is '自报件：上报社区的辖区，按该社区及其以下辖区统计三率时不计入';
