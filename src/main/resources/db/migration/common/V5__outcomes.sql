-- By which a portal finds its own cases again, and by which the same failure is recognised: both as hashes only.
create table diagnosis_trace (
    diagnosis_id uuid                     not null primary key,
    made_at      timestamp with time zone not null,
    reference    varchar(64)              not null,
    fingerprint  varchar(64)              not null
);
create index diagnosis_trace_reference on diagnosis_trace (reference);
create index diagnosis_trace_fingerprint on diagnosis_trace (fingerprint, made_at);

-- What all outcomes of one diagnosis teach together. The entries are what it added to the ledger, to take back when more is known.
create table lesson (
    diagnosis_id uuid                     not null primary key,
    lesson_day   bigint                   not null,
    first_cause  varchar(120)             not null,
    probability  double precision         not null,
    confirmed    varchar(120)             not null,
    fingerprint  varchar(64)              not null,
    worked_at    timestamp with time zone,
    worked_until timestamp with time zone,
    recurred     boolean                  not null,
    entries      bytea                    not null
);
create index lesson_worked_until on lesson (worked_until);
create index lesson_day on lesson (lesson_day);

-- Running sums per day, so that learning and statistics never read single cases. What a, b and the numbers mean depends on the kind.
create table ledger (
    kind       varchar(20)  not null,
    ledger_day bigint       not null,
    client     varchar(64)  not null,
    a          varchar(200) not null,
    b          varchar(200) not null,
    n1         bigint       not null,
    n2         bigint       not null,
    n3         bigint       not null,
    n4         bigint       not null,
    primary key (kind, ledger_day, client, a, b)
);

-- Which version of the priors answers. While it follows, each newer version takes its place.
create table active_priors (
    slot         integer                  not null primary key check (slot = 1),
    priors_id    varchar(80)              not null,
    follows      boolean                  not null,
    activated_at timestamp with time zone not null,
    activated_by varchar(200)             not null
);
