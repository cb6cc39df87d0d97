-- Quizzes in Telegram and what readers have learned. A person or chat stands here as a keyed hash of its Telegram id,
-- columns ending in _sealed are encrypted.

create table quiz_item (
    id          text     primary key,
    article_id  text     not null,
    -- what is asked for, the same in every version of the article
    fact        text     not null,
    -- place among the article's items, from 0
    position    integer  not null,
    item_json   text     not null,
    made_at     bigint   not null,
    -- 1 where the bot answers the question itself with a sentence the key rests on, 0 where it does not, null unknown
    answered    integer,
    -- 1 where a moderator switched it off
    switched_off integer not null default 0
);

create index quiz_item_by_article on quiz_item (article_id, position);
create index quiz_item_by_fact on quiz_item (fact);

create table quiz_round (
    id           text    primary key,
    bot          bigint  not null,
    chat         bigint  not null,
    -- whose it is, 0 for a group's
    person       bigint  not null,
    typed        integer not null,
    state_sealed text    not null,
    started_at   bigint  not null,
    -- when the next question of a timed round comes, or null
    next_at      bigint,
    ended_at     bigint
);

create unique index quiz_round_open on quiz_round (bot, chat) where ended_at is null;
create index quiz_round_by_person on quiz_round (person);
create index quiz_round_next on quiz_round (next_at);

-- An item asked in a round, as a poll or in words.
create table quiz_asked (
    id         text    primary key,
    round_id   text    not null references quiz_round (id) on delete cascade,
    item_id    text    not null,
    position   integer not null,
    asked_at   bigint  not null,
    -- when Telegram took it, with the poll's id; null while it waits
    sent_at    bigint,
    poll_id    text,
    message_id bigint
);

create unique index quiz_asked_by_round on quiz_asked (round_id, position);
create index quiz_asked_by_poll on quiz_asked (poll_id);

create table quiz_attempt (
    asked_id    text    not null references quiz_asked (id) on delete cascade,
    person      bigint  not null,
    item_id     text    not null,
    fact        text    not null,
    article_id  text    not null,
    -- the option's index, or null for a typed answer
    choice      integer,
    correct     integer not null,
    millis      bigint  not null,
    at          bigint  not null,
    -- how the group calls the person
    name_sealed text,
    primary key (asked_id, person)
);

create index quiz_attempt_by_person on quiz_attempt (person, at);
create index quiz_attempt_by_item on quiz_attempt (item_id);

create table quiz_schedule (
    person      bigint           not null,
    fact        text             not null,
    article_id  text             not null,
    phase       varchar(16)      not null,
    step        integer          not null,
    stability   double precision not null,
    difficulty  double precision not null,
    reviewed_at bigint           not null,
    due         bigint           not null,
    primary key (person, fact)
);

create index quiz_schedule_due on quiz_schedule (person, due);

create table quiz_reminder (
    person       bigint primary key,
    bot          bigint not null,
    state_sealed text   not null,
    next_at      bigint not null
);

create index quiz_reminder_next on quiz_reminder (bot, next_at);
