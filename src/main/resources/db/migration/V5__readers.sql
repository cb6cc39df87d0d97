-- Readers in Telegram. A person or chat stands here as a keyed hash of its Telegram id, columns ending in _sealed are
-- encrypted; update_json, body_json and plain_json are too, in rows written from now on.

alter table inbox add column person bigint not null default 0;
-- 1 for what cannot wait behind a question, such as the press of a button
alter table inbox add column urgent integer not null default 0;
drop index inbox_by_chat;
create index inbox_by_chat on inbox (bot, state, chat, urgent, id);
create index inbox_by_person on inbox (person);

alter table outbox add column person bigint not null default 0;
alter table outbox add column urgent integer not null default 0;
-- the number of the message that this edits, so that a later edit can take its place
alter table outbox add column edits bigint;
-- the answer that this shows
alter table outbox add column answer_id text;
drop index outbox_by_chat;
create index outbox_by_chat on outbox (bot, state, chat, urgent, id);
create index outbox_by_person on outbox (person);

create table chat_setting (
    chat          bigint primary key,
    values_sealed text   not null,
    changed_at    bigint not null
);

-- A question in a chat and its answer, with the answer that it follows.
create table exchange (
    answer_id     text   primary key references answer (id) on delete cascade,
    bot           bigint not null,
    chat          bigint not null,
    person        bigint not null,
    -- the number of the message that asked
    asked_message bigint not null,
    -- null where it begins a conversation
    follows       text,
    at            bigint not null
);

create index exchange_by_question on exchange (bot, chat, asked_message);
create index exchange_by_time on exchange (bot, chat, at);
create index exchange_by_person on exchange (person);

-- The messages that show an answer, by their numbers in the chat.
create table exchange_message (
    bot        bigint not null,
    chat       bigint not null,
    message_id bigint not null,
    answer_id  text   not null references exchange (answer_id) on delete cascade,
    primary key (bot, chat, message_id)
);

create index exchange_message_by_answer on exchange_message (answer_id);

create table feedback (
    answer_id text        not null references answer (id) on delete cascade,
    person    bigint      not null,
    opinion   varchar(16) not null
        check (opinion in ('good', 'bad', 'wrong', 'wrong_source', 'incomplete', 'other')),
    at        bigint      not null,
    primary key (answer_id, person)
);

create index feedback_by_person on feedback (person);
