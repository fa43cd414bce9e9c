-- what is done is deleted, so the date of completion is null in every row and no query is the faster for its index
drop index event_publication_by_completion;
-- asked once an hour, paid for by each write of anybody
drop index once_only_at;
