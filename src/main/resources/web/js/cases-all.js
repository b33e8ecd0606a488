/** The newest cases of everybody, as far as the key allows: the service sends them line by line, and reading stops in time. */
import {stream, holdsKey, onKey} from './api.js';

const MOST = 200;
let kept = null;
onKey(() => {
  kept = null;
});

/** Of all cases only what a list shows; what users wrote is not kept here. */
export function everybodys() {
  kept ??= read().catch((failure) => {
    kept = null;
    throw failure;
  });
  return kept;
}

export const mayAsk = holdsKey;
export const askAgain = () => {
  kept = null;
};

async function read() {
  const list = [];
  for await (const line of stream('/v1/cases')) {
    if (list.length === MOST) break;
    list.push(entry(JSON.parse(line)));
  }
  return list;
}

function entry({id, madeAt, diagnosis, outcomes}) {
  const reports = outcomes.map((one) => one.report);
  const [first] = diagnosis.causes;
  const fix = reports.flatMap((report) => report.tried ?? []).find((one) => one.result === 'worked')?.fix ?? '';
  const confirmed =
    reports
      .map((report) => report.confirmed)
      .filter(Boolean)
      .at(-1) ?? '';
  return {
    id,
    at: madeAt,
    status: diagnosis.status,
    cause: confirmed || (first?.id ?? ''),
    title: first?.title ?? '',
    probability: first?.probability ?? 0,
    fix,
    confirmed,
  };
}
