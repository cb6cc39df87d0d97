-- Every index that hands out the log's entries in an order now also holds what they are filtered by, so that only the
-- entries on a page are read: with their traces they lie far apart, and what was added to answer since the first
-- version lies behind the trace. A moderator's filter that few entries pass still walks along the index, not the table.

create index answer_by_time on answer
    (sequence, doubt, millis, cost, reason, engine, language, lowest_score, reviews, opinion);

drop index answer_by_doubt;
drop index answer_by_millis;
drop index answer_by_cost;
create index answer_by_doubt on answer (doubt, sequence, reason, engine, language, lowest_score, reviews, opinion);
create index answer_by_millis on answer (millis, sequence, reason, engine, language, lowest_score, reviews, opinion);
create index answer_by_cost on answer (cost, sequence, reason, engine, language, lowest_score, reviews, opinion);

-- By time, and with every other order, since where one of these is true of few they are all read and sorted.
drop index answer_by_reason;
drop index answer_by_engine;
drop index answer_by_language;
create index answer_by_reason on answer
    (reason, sequence, doubt, millis, cost, engine, language, lowest_score, reviews, opinion) where reason is not null;
create index answer_by_engine on answer
    (engine, sequence, doubt, millis, cost, reason, language, lowest_score, reviews, opinion);
create index answer_by_language on answer
    (language, sequence, doubt, millis, cost, reason, engine, lowest_score, reviews, opinion);

drop index answer_by_opinion;
drop index answer_opinion_by_doubt;
drop index answer_opinion_by_millis;
drop index answer_opinion_by_cost;
create index answer_opinion on answer (opinion, sequence, reason, engine, language, lowest_score, reviews)
    where opinion is not null;
create index answer_opinion_by_doubt on answer
    (opinion, doubt, sequence, reason, engine, language, lowest_score, reviews) where opinion is not null;
create index answer_opinion_by_millis on answer
    (opinion, millis, sequence, reason, engine, language, lowest_score, reviews) where opinion is not null;
create index answer_opinion_by_cost on answer
    (opinion, cost, sequence, reason, engine, language, lowest_score, reviews) where opinion is not null;

drop index answer_reviewed;
drop index answer_reviewed_by_doubt;
drop index answer_reviewed_by_millis;
drop index answer_reviewed_by_cost;
create index answer_reviewed on answer (sequence, reason, engine, language, lowest_score, reviews) where reviews > 0;
create index answer_reviewed_by_doubt on answer (doubt, sequence, reason, engine, language, lowest_score, reviews)
    where reviews > 0;
create index answer_reviewed_by_millis on answer (millis, sequence, reason, engine, language, lowest_score, reviews)
    where reviews > 0;
create index answer_reviewed_by_cost on answer (cost, sequence, reason, engine, language, lowest_score, reviews)
    where reviews > 0;

drop index answer_fallen_back;
drop index answer_fallen_back_by_doubt;
drop index answer_fallen_back_by_millis;
drop index answer_fallen_back_by_cost;
create index answer_fallen_back on answer (sequence, reason, engine, language, lowest_score, reviews, opinion)
    where fallback is not null;
create index answer_fallen_back_by_doubt on answer
    (doubt, sequence, reason, engine, language, lowest_score, reviews, opinion) where fallback is not null;
create index answer_fallen_back_by_millis on answer
    (millis, sequence, reason, engine, language, lowest_score, reviews, opinion) where fallback is not null;
create index answer_fallen_back_by_cost on answer
    (cost, sequence, reason, engine, language, lowest_score, reviews, opinion) where fallback is not null;

drop index answer_waiting;
create index answer_waiting on answer (doubt, sequence, reason, engine, language, lowest_score, reviews) where reviews = 0;

-- Nothing is looked up by it.
drop index answer_by_lowest_score;
