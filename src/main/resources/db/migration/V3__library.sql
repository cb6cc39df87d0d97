-- What is known of an article's publication. Times are ISO 8601 with the publisher's offset from UTC.
alter table article add column byline text;
alter table article add column publisher text;
alter table article add column published text;
alter table article add column modified text;

-- The articles that were added to the library. Each keeps its number through every correction.
create table library_entry (
    number   ${identity},
    added_at bigint not null
);

-- The texts of an entry; the greatest version is the current one.
create table library_version (
    number     bigint  not null references library_entry (number) on delete cascade,
    version    integer not null,
    article_id text    not null references article (id),
    added_at   bigint  not null,
    primary key (number, version)
);

create index library_version_by_article on library_version (article_id);

-- The files and addresses that an entry is known from.
create table library_place (
    place      text    primary key,
    number     bigint  not null references library_entry (number) on delete cascade,
    -- the fingerprint of what was last read there
    article_id text    not null,
    -- 1 where that is the same story in slightly other words, of which the text is not kept
    is_copy    integer not null,
    title      text    not null,
    publisher  text,
    published  text
);

create index library_place_by_entry on library_place (number);

-- The bands of the current text's signature, by which stories that are nearly the same are found.
create table library_band (
    number bigint  not null references library_entry (number) on delete cascade,
    band   integer not null,
    hash   bigint  not null,
    primary key (number, band)
);

create index library_band_by_hash on library_band (band, hash);
