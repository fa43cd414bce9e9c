create table sealing_key (
    only_one boolean primary key check (only_one),
    mark bytea not null check (length(mark) = 32),
    at timestamptz not null
);
comment on table sealing_key is '加密密钥的指纹：各节点启动时核对，密钥不符即拒绝启动；指纹推不出密钥';
