-- When moderators last corrected an item, 0 where they never did: what was answered before is about another item.
alter table quiz_item add column corrected_at bigint not null default 0;
