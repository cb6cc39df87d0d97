-- Plain SQL that SQLite and PostgreSQL both speak.
-- Times are milliseconds since 1970-01-01T00:00Z; columns ending in _json hold JSON.

create table article (
    id             text        primary key,
    title          text        not null,
    source         text        not null,
    url            text,
    language       text        not null,
    content        text        not null,
    sentences_json text        not null
);

create table answer (
    id           text             primary key,
    asked_at     bigint           not null,
    question     text             not null,
    outcome      varchar(16)      not null check (outcome in ('grounded', 'abstained')),
    reason       varchar(32)      check ((reason is null) = (outcome = 'grounded')),
    engine       text             not null,
    fallback     text,
    confidence   double precision not null,
    lowest_score double precision,
    millis       bigint           not null,
    trace_json   text             not null
);

create index answer_newest on answer (asked_at, id);

-- No key to article: the log stays readable when an article is removed.
create table answer_article (
    answer_id  text    not null references answer (id) on delete cascade,
    position   integer     not null,
    article_id text    not null,
    primary key (answer_id, position)
);

create index answer_article_by_article on answer_article (article_id);
