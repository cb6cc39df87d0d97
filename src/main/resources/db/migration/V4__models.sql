-- What chat models cost, what was shown of answers that were never finished, and what was not plain text.

-- account: 'all', or 'reader:' and the name that readers are told apart by.
create table spending (
    day          varchar(10) not null,
    account      text        not null,
    microdollars bigint      not null,
    primary key (day, account)
);

-- A row is here only while its answer is being made, or for good when the process died meanwhile.
create table shown_so_far (
    id         text   primary key,
    asked_at   bigint not null,
    question   text   not null,
    shown_json text   not null
);

create table answer_flag (
    answer_id text        not null references answer (id) on delete cascade,
    flag      varchar(64) not null,
    primary key (answer_id, flag)
);

create index answer_flag_by_flag on answer_flag (flag);
