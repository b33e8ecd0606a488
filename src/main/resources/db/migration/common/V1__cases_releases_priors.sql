-- Types are those that H2 and PostgreSQL share: uuid, varchar, bytea, bigint, double precision, timestamp with time zone.
-- Long texts are kept as bytea, because an answer must be read back byte for byte, and because H2 keeps a text apart from its row.

-- What was published: content-addressed and never changed.
create table release (
    id           varchar(20)              not null primary key,
    digest       varchar(71)              not null unique,
    published_at timestamp with time zone not null,
    published_by varchar(200)             not null,
    note         varchar(2000)            not null
);

-- The files of all releases, each text once: most of them do not change from one release to the next.
create table file_text (
    hash varchar(64) not null primary key,
    text bytea       not null
);

create table release_file (
    id         uuid         not null primary key,
    release_id varchar(20)  not null references release (id),
    path       varchar(500) not null,
    hash       varchar(64)  not null references file_text (hash),
    unique (release_id, path)
);

-- The truth about which release answers; every replica follows it.
create table active_release (
    slot         integer                  not null primary key check (slot = 1),
    release_id   varchar(20)              not null references release (id),
    activated_at timestamp with time zone not null,
    activated_by varchar(200)             not null,
    version      bigint                   not null
);

-- One diagnosis as it was asked and answered. Narrow, because statistics read all of it; the long texts stand beside it.
create table diagnosis (
    id          uuid                     not null primary key,
    made_at     timestamp with time zone not null,
    release_id  varchar(20)              not null,
    priors      varchar(80)              not null,
    status      varchar(20)              not null,
    first_cause varchar(120)             not null,
    probability double precision         not null
);
create index diagnosis_made_at on diagnosis (made_at);
create index diagnosis_first_cause on diagnosis (first_cause, made_at);

create table diagnosis_text (
    id      uuid  not null primary key,
    request bytea not null,
    answer  bytea not null
);

-- What a portal reported back: what worked, what was confirmed.
create table outcome (
    id              uuid                     not null primary key,
    diagnosis_id    uuid                     not null,
    reported_at     timestamp with time zone not null,
    reported_by     varchar(200)             not null,
    idempotency_key varchar(200)             not null,
    body            bytea                    not null,
    unique (diagnosis_id, idempotency_key)
);
create index outcome_reported_at on outcome (reported_at);

-- Priors as they were calculated; each version is immutable and can be returned to.
create table priors_version (
    id      varchar(80)              not null primary key,
    made_at timestamp with time zone not null,
    reason  varchar(2000)            not null,
    counts  bytea                    not null
);

-- Keys are kept as hashes only: whoever reads this table can sign in as nobody.
create table api_key (
    id         uuid                     not null primary key,
    name       varchar(200)             not null unique,
    role       varchar(20)              not null,
    hash       varchar(64)              not null unique,
    created_at timestamp with time zone not null,
    created_by varchar(200)             not null,
    revoked_at timestamp with time zone
);

-- Who changed what, from which release to which. Rows are only ever added.
create table audit (
    id          uuid                     not null primary key,
    happened_at timestamp with time zone not null,
    who         varchar(200)             not null,
    what        varchar(80)              not null,
    was         varchar(200)             not null,
    becomes     varchar(200)             not null,
    note        varchar(2000)            not null
);
create index audit_happened_at on audit (happened_at);
