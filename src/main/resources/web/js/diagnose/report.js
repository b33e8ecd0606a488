/**
 * What is sent to be diagnosed: the answers that people gave, and the text itself, because its words are evidence too. Whatever
 * was read in the text and then corrected or removed is blanked in it first, so that the service does not read it again.
 */
export const MOST_CHARACTERS = 480_000;
const MOST_BYTES = 950_000;

/** Of a long text the beginning is read first, so that something stands there while the rest is read. */
export const LONG = 40_000;
export const BEGINNING = 20_000;

/** Longer texts are logs: what was read in them is sent instead, so that they travel and are read once. */
const MOST_SENT_TWICE = 20_000;

export const keyOf = (symptom) => `${symptom.id}=${symptom.value}`;

/** As much of a text as the service takes, in characters and in bytes of the request, and without half characters. */
export function bounded(text) {
  let cut = text.length > MOST_CHARACTERS ? text.slice(0, MOST_CHARACTERS) : text;
  while (cut.length * 3 > MOST_BYTES && new TextEncoder().encode(JSON.stringify(cut)).length > MOST_BYTES)
    cut = cut.slice(0, Math.floor(cut.length * 0.8));
  return cut.isWellFormed?.() === false ? cut.toWellFormed() : cut;
}

const plain = (symptoms) => symptoms.map(({id, value}) => ({id, value}));
const overlap = (one, other) => one.start < other.end && other.start < one.end;

/**
 * @param text     what was pasted, as it was read
 * @param read     everything that was read in it
 * @param observed what holds now, after corrections
 */
export function reportOf(text, read, observed) {
  if (text.trim() === '' || text.length > MOST_SENT_TWICE) return {symptoms: plain(observed)};
  const holds = new Set(observed.map(keyOf));
  const gone = read.filter((symptom) => !holds.has(keyOf(symptom)));
  const torn = observed.filter((symptom) => symptom.from === 'text' && gone.some((other) => overlap(symptom, other)));
  const blanked = gone.reduce((left, {start, end}) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end), text);
  return {symptoms: plain([...observed.filter((symptom) => symptom.from !== 'text'), ...torn]), text: blanked};
}

/** Whether an answer rests on something that was taken back: then it stood in the text more than once. */
export function restsOnRemoved(answer, read, observed) {
  const holds = new Set(observed.map(keyOf));
  const gone = new Set(read.map(keyOf).filter((key) => !holds.has(key)));
  return answer.symptoms.some((symptom) => symptom.source?.quote && gone.has(keyOf(symptom)));
}

export const withoutText = (observed) => ({symptoms: plain(observed)});
