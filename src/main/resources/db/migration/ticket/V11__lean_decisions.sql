-- a decision is two kilobytes of JSON that is seldom read: pressed together it is written once at half the size
alter table dispatch_decision
    alter column facts set storage main,
    alter column decision set storage main,
    alter column pack_versions set storage main,
    set (toast_tuple_target = 128);
