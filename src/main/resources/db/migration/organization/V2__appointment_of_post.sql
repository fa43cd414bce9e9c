-- who holds a post of a unit today
create index appointment_of_post on appointment (post_id);
