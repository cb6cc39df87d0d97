-- What the moderators' desk filters and sorts by besides, and what becomes of corrected answers.

-- What the model calls cost, in millionths of a US dollar; 0 for answers from before this column.
alter table answer add column cost bigint not null default 0;
-- What a reader said of it last, or null.
alter table answer add column opinion varchar(16);
alter table answer_flag add column sequence bigint not null default 0;

update answer set opinion = (select max(opinion) from feedback where feedback.answer_id = answer.id
    and feedback.at = (select max(later.at) from feedback later where later.answer_id = answer.id));
update answer_flag set sequence = (select sequence from answer where answer.id = answer_flag.answer_id);

create index answer_by_cost on answer (cost, sequence);
create index answer_by_opinion on answer (opinion, sequence);
create index answer_flag_newest on answer_flag (flag, sequence);
create index feedback_by_time on feedback (at);

-- Where an answer went, encrypted, so that a correction can be sent after it.
create table exchange_place (
    answer_id text primary key references exchange (answer_id) on delete cascade,
    sealed    text not null
);

-- Corrections that are to be sent to those who got the answer before.
create table correction_notice (
    answer_id text        primary key references answer (id) on delete cascade,
    asked_at  bigint      not null,
    state     varchar(16) not null check (state in ('waiting', 'sent', 'failed'))
);

create index correction_notice_waiting on correction_notice (state, asked_at);

-- Readers whom the bot does not answer. The person is a keyed hash.
create table reader_restriction (
    person    bigint      primary key,
    kind      varchar(16) not null check (kind in ('muted', 'blocked')),
    reason    text        not null,
    -- null where it does not end by itself
    until     bigint,
    moderator bigint      not null,
    at        bigint      not null
);

-- Thresholds that were fitted to reviews; the newest row holds, and null is the one that ships.
create table fitted_threshold (
    id        ${identity},
    value     double precision,
    moderator bigint not null,
    set_at    bigint not null
);
