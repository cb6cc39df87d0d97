-- The index of the right option as a poll was sent, so that a later correction of the item does not change who was right;
-- null for a question asked before this was kept.
alter table quiz_asked add column correct integer;

-- A reminder is kept with a time zone from now on. What is sealed cannot be changed here, so it has to be set again.
delete from quiz_reminder;

create index outbox_by_answer on outbox (answer_id);
