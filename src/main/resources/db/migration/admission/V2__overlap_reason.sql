alter table request add column overlap_reason text check (length(overlap_reason) between 1 and 500);
comment on column request.overlap_reason is '与清单内应用用途和范围重复时，仍需要它的理由';
