-- So that the log of an article is read in any order from an index, too; what is copied here never changes.
alter table answer_article add column doubt double precision not null default 0;
alter table answer_article add column millis bigint not null default 0;
alter table answer_article add column cost bigint not null default 0;

update answer_article set
    doubt = (select doubt from answer where answer.id = answer_article.answer_id),
    millis = (select millis from answer where answer.id = answer_article.answer_id),
    cost = (select cost from answer where answer.id = answer_article.answer_id);

create index answer_article_by_doubt on answer_article (article_id, doubt, sequence);
create index answer_article_by_millis on answer_article (article_id, millis, sequence);
create index answer_article_by_cost on answer_article (article_id, cost, sequence);
-- answer_article_newest begins with the same column
drop index answer_article_by_article;

-- What waits for a verdict by doubt, and what has one by time.
drop index answer_by_reviews;
create index answer_waiting on answer (doubt, sequence) where reviews = 0;
create index answer_reviewed on answer (sequence) where reviews > 0;
