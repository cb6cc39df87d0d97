-- So that what is true of few answers is read in any order from an index, too, instead of passing through all of them.
alter table answer_flag add column doubt double precision not null default 0;
alter table answer_flag add column millis bigint not null default 0;
alter table answer_flag add column cost bigint not null default 0;

update answer_flag set
    doubt = (select doubt from answer where answer.id = answer_flag.answer_id),
    millis = (select millis from answer where answer.id = answer_flag.answer_id),
    cost = (select cost from answer where answer.id = answer_flag.answer_id);

create index answer_flag_by_doubt on answer_flag (flag, doubt, sequence);
create index answer_flag_by_millis on answer_flag (flag, millis, sequence);
create index answer_flag_by_cost on answer_flag (flag, cost, sequence);
-- answer_flag_newest begins with the same column
drop index answer_flag_by_flag;

create index answer_opinion_by_doubt on answer (opinion, doubt, sequence) where opinion is not null;
create index answer_opinion_by_millis on answer (opinion, millis, sequence) where opinion is not null;
create index answer_opinion_by_cost on answer (opinion, cost, sequence) where opinion is not null;

create index answer_reviewed_by_doubt on answer (doubt, sequence) where reviews > 0;
create index answer_reviewed_by_millis on answer (millis, sequence) where reviews > 0;
create index answer_reviewed_by_cost on answer (cost, sequence) where reviews > 0;

create index answer_fallen_back_by_doubt on answer (doubt, sequence) where fallback is not null;
create index answer_fallen_back_by_millis on answer (millis, sequence) where fallback is not null;
create index answer_fallen_back_by_cost on answer (cost, sequence) where fallback is not null;
