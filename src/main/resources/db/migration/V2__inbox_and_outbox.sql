-- Updates that came from Telegram, and messages that are to go there. ${identity} is a number that the database gives
-- to every new row, greater than all before; how that is written is where the databases differ.

create table inbox (
    id          ${identity},
    bot         bigint      not null,
    update_id   bigint      not null,
    -- 0 where the update belongs to no chat
    chat        bigint      not null,
    received_at bigint      not null,
    update_json text        not null,
    -- 1 where the chat had too many waiting when this came
    excess      integer     not null,
    state       varchar(16) not null check (state in ('waiting', 'done', 'unreadable')),
    unique (bot, update_id)
);

create index inbox_by_chat on inbox (bot, state, chat, id);
create index inbox_by_age on inbox (received_at);

create table outbox (
    id         ${identity},
    bot        bigint      not null,
    chat       bigint      not null,
    method     varchar(64) not null,
    body_json  text        not null,
    -- the same without markup, for when the markup is refused
    plain_json text,
    created_at bigint      not null,
    not_before bigint      not null,
    attempts   integer     not null,
    state      varchar(16) not null check (state in ('waiting', 'sent', 'dead')),
    -- why it is dead
    reason     text,
    -- its number in the chat, once it is sent
    message_id bigint
);

create index outbox_by_chat on outbox (bot, state, chat, id);
create index outbox_by_age on outbox (created_at);
