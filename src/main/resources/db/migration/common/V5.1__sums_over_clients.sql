-- Sums over all clients and parts of the estate: statistics read thousands of rows where learning reads a million.
insert into ledger (kind, ledger_day, client, a, b, n1, n2, n3, n4)
select 'causes', ledger_day, '', b, '', cast(sum(n1) as bigint), 0, 0, 0
from ledger where kind = 'cases' group by ledger_day, b;

insert into ledger (kind, ledger_day, client, a, b, n1, n2, n3, n4)
select 'fixes', ledger_day, '', a, b, cast(sum(n1) as bigint), cast(sum(n2) as bigint), cast(sum(n3) as bigint), cast(sum(n4) as bigint)
from ledger where kind = 'trials' group by ledger_day, a, b;

-- The day of a diagnosis whose confirmed cause was not first, and nothing of all others: the newest of them are found in the index alone.
alter table lesson add column wrong_day bigint;
update lesson set wrong_day = lesson_day where confirmed <> '' and confirmed <> first_cause;
create index lesson_wrong on lesson (wrong_day, diagnosis_id);

-- Failures that come back are looked for from the newest cases on.
create index lesson_fingerprint on lesson (fingerprint);
create index diagnosis_trace_made_at on diagnosis_trace (made_at);
