-- What authors sent in, with what the check found out about it.
create table draft (
    id         varchar(36)              not null primary key,
    base       varchar(20)              not null,
    made_at    timestamp with time zone not null,
    author     varchar(200)             not null,
    author_key varchar(36)              not null,
    note       varchar(2000)            not null,
    files      bytea                    not null,
    report     bytea                    not null,
    published  varchar(20)              not null
);
create index draft_made_at on draft (made_at);
