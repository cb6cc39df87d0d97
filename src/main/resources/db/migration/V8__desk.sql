-- The moderators' desk. The placeholders answer_text and append_only are what each database has its own words for.

-- A number for every answer that grows with the time it was asked: milliseconds times 2^20, and a tie-break. Paging by
-- time and the text index go by it.
alter table answer add column sequence bigint not null default 0;
-- How much the answer is in need of a look, from 0 to 1.
alter table answer add column doubt double precision not null default 0;
-- The language of the first article asked about.
alter table answer add column language text;
-- How many reviews of it stand.
alter table answer add column reviews integer not null default 0;
alter table answer_article add column sequence bigint not null default 0;

update answer set
    sequence = asked_at * 1048576
        + (select count(*) from answer other where other.asked_at = answer.asked_at and other.id < answer.id),
    doubt = case when outcome = 'abstained' then confidence
        when lowest_score < confidence then 1 - lowest_score else 1 - confidence end,
    language = (select article.language from answer_article asked join article on article.id = asked.article_id
        where asked.answer_id = answer.id and asked.position = 1);
update answer_article set sequence = (select sequence from answer where answer.id = answer_article.answer_id);

create unique index answer_by_sequence on answer (sequence);
create index answer_by_doubt on answer (doubt, sequence);
create index answer_by_millis on answer (millis, sequence);
create index answer_by_reason on answer (reason, sequence);
create index answer_by_engine on answer (engine, sequence);
create index answer_by_language on answer (language, sequence);
create index answer_by_reviews on answer (reviews, doubt, sequence);
create index answer_by_lowest_score on answer (lowest_score);
create index answer_fallen_back on answer (sequence) where fallback is not null;
create index answer_article_newest on answer_article (article_id, sequence);

${answer_text};

create table review (
    id           ${identity},
    answer_id    text        not null references answer (id) on delete cascade,
    moderator    bigint      not null,
    decision     varchar(32) not null,
    note         text        not null,
    reviewed_at  bigint      not null,
    -- when it was taken back, or null while it stands
    withdrawn_at bigint
);

create unique index review_standing on review (answer_id, moderator) where withdrawn_at is null;
create index review_by_moderator on review (moderator, reviewed_at);

-- Who is looking at an entry of the queue, so that nobody else is given it.
create table review_lease (
    answer_id text   primary key references answer (id) on delete cascade,
    moderator bigint not null,
    until     bigint not null
);

-- Answers of the editors' own. The key is the question's words and the articles.
create table correction (
    id              ${identity},
    question_key    text    not null,
    answer_id       text    not null,
    question        text    not null,
    article_id      text    not null,
    statements_json text    not null,
    -- 1 where a moderator signed for what the gate refused
    signed          integer not null,
    moderator       bigint  not null,
    made_at         bigint  not null,
    -- when another took its place or it was taken back, or null while it is served
    withdrawn_at    bigint
);

create unique index correction_served on correction (question_key) where withdrawn_at is null;
create index correction_by_answer on correction (answer_id);

create table audit (
    id          ${identity},
    at          bigint not null,
    actor       bigint not null,
    action      text   not null,
    subject     text   not null,
    before_json text,
    after_json  text
);

${append_only};

-- One row: what sign-in links and forms are signed with.
create table desk_key (
    id    integer primary key check (id = 1),
    value text    not null
);

-- Links that were used, until they would have expired.
create table desk_used_link (
    nonce      text   primary key,
    expires_at bigint not null
);

-- Sessions, by a hash of what the cookie holds.
create table desk_session (
    hash       text   primary key,
    user_id    bigint not null,
    expires_at bigint not null
);
