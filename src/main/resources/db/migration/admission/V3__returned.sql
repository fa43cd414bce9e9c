-- a community gives back what is not what the list says

alter table task drop constraint task_status_check;
alter table task add check (status in ('SENT', 'RECEIVED', 'DONE', 'RETURNED', 'WITHDRAWN'));
alter table task drop constraint task_check1;
alter table task add check ((status in ('DONE', 'RETURNED', 'WITHDRAWN')) = (ended_at is not null));
-- how often a community got an item since a day, and what it gave back of it
drop index task_counted;
create index task_counted on task (item_code, unit_id, sent_day) where status not in ('RETURNED', 'WITHDRAWN');
create index task_returned on task (item_code, unit_id) where status = 'RETURNED';
