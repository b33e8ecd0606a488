/**
 * One consultation: what was pasted, what is known, and the latest answer. Views listen; only this page talks to the service.
 * Nothing is stored until the agent wants a link, a note or an outcome: until then the service is asked not to keep it.
 */
import {post, get, call, once} from '../api.js';
import {debounced} from '../dom.js';

const LIMIT = 6;
const MOST_CHARACTERS = 480_000;
const MOST_BYTES = 950_000;
const WORDS = {worked: 'worked', failed: 'did-not-help', skipped: 'skipped'};
const HELPS = {always: 0.95, usually: 0.8, often: 0.6, sometimes: 0.35, rarely: 0.1};

export class Consultation extends EventTarget {
  text = '';
  cut = false;
  observed = [];
  notes = [];
  answer = null;
  stored = null;
  outcomes = new Map();
  busy = false;
  reading = false;
  trouble = null;
  #removed = new Set();
  #rounds = 0;
  #reads = 0;
  #readSoon = debounced(280, () => this.#read());
  #askSoon = debounced(60, () => this.#ask());

  get known() { return this.observed.length > 0; }

  paste(text) {
    this.text = text;
    this.#removed.clear();
    if (text.trim() === '') return this.#nothingRead();
    this.reading = true;
    this.#tell();
    this.#readSoon();
  }

  #nothingRead() {
    this.#reads++;
    this.reading = false;
    this.notes = [];
    this.cut = false;
    this.#replaceRead([]);
  }

  async #read() {
    const mine = ++this.#reads;
    const text = bounded(this.text);
    this.cut = text.length < this.text.length;
    try {
      const found = await post('/v1/symptoms/extract', {text});
      if (mine !== this.#reads || this.text.trim() === '') return;
      this.reading = false;
      this.notes = found.notes ?? [];
      this.trouble = null;
      this.#replaceRead(found.symptoms.map((symptom) => ({id: symptom.id, value: symptom.value, from: 'text', quote: symptom.source?.quote ?? ''})));
    } catch (failure) {
      if (mine !== this.#reads) return;
      this.reading = false;
      this.trouble = failure;
      this.#tell();
    }
  }

  /** What people said stands above what was read: a corrected chip stays corrected when more is pasted. */
  #replaceRead(read) {
    const said = this.observed.filter((symptom) => symptom.from !== 'text');
    const answered = new Set(said.map((symptom) => symptom.id));
    const fresh = read.filter((symptom) => !answered.has(symptom.id) && !this.#removed.has(`${symptom.id}=${symptom.value}`));
    this.observed = [...fresh, ...said];
    this.#changed();
  }

  /** Records an answer in place of whatever was known of that symptom; with `also`, beside it. */
  say(id, value, also = false) {
    this.#reads++;
    this.reading = false;
    this.observed = this.observed.filter((symptom) => symptom.id !== id || (also && symptom.value !== 'unknown' && symptom.value !== value));
    this.observed.push({id, value, from: 'said'});
    this.#changed();
  }

  remove(symptom) {
    this.#removed.add(`${symptom.id}=${symptom.value}`);
    this.observed = this.observed.filter((other) => other !== symptom);
    this.#changed();
  }

  clear(id) {
    this.observed = this.observed.filter((symptom) => symptom.id !== id);
    this.#changed();
  }

  value(id) {
    return this.observed.find((symptom) => symptom.id === id)?.value ?? '';
  }

  #changed() {
    this.stored = null;
    this.busy = this.known;
    if (!this.known) { this.#rounds++; this.answer = null; }
    this.#tell();
    if (this.known) this.#askSoon();
  }

  async #ask() {
    const mine = ++this.#rounds;
    try {
      const answer = await post('/v1/diagnoses', this.#report(LIMIT), {headers: {Prefer: 'store=no'}});
      if (mine !== this.#rounds) return;
      this.answer = answer;
      this.trouble = null;
    } catch (failure) {
      if (mine !== this.#rounds) return;
      this.trouble = failure;
    }
    this.busy = false;
    this.#tell();
  }

  retry() {
    this.trouble = null;
    if (this.text.trim() && !this.known) this.paste(this.text);
    else if (this.known) this.#changed();
  }

  #report(limit) {
    return {symptoms: this.observed.map(({id, value}) => ({id, value})), limit};
  }

  /** The same report with every cause listed, to explain one that is not among the first. */
  async everyCause() {
    const all = await once('/v1/causes');
    const limit = Math.min(all.length, 1000);
    try {
      return await post('/v1/diagnoses', this.#report(limit), {headers: {Prefer: 'store=no'}});
    } catch (failure) {
      if (failure.status !== 422) throw failure;
      return post('/v1/diagnoses', this.#report(50), {headers: {Prefer: 'store=no'}});
    }
  }

  /** Keeps the consultation as a case and answers its id. */
  async keep() {
    if (this.stored) return this.stored;
    const answer = await post('/v1/diagnoses', this.#report(LIMIT), {headers: {'Idempotency-Key': crypto.randomUUID()}});
    this.answer = answer;
    if (answer.stored) this.stored = answer.id;
    this.#tell();
    return answer.stored ? answer.id : null;
  }

  async open(id) {
    const answer = await get(`/v1/diagnoses/${encodeURIComponent(id)}`);
    this.answer = answer;
    this.stored = answer.id;
    this.observed = answer.symptoms.filter((symptom) => !symptom.source?.derivedBy)
      .map((symptom) => ({id: symptom.id, value: symptom.value, from: symptom.source?.quote ? 'text' : 'said', quote: symptom.source?.quote ?? ''}));
    this.#tell();
  }

  async note() {
    const id = await this.keep();
    if (id) return get(`/v1/diagnoses/${id}`, {as: 'text'});
    return post('/v1/diagnoses', this.#report(LIMIT), {as: 'text', headers: {Prefer: 'store=no'}});
  }

  /** Notes what a step did: the ranking moves at once, and the service learns from it. */
  async outcome(step, result) {
    this.outcomes.set(step.fix, result);
    const id = await this.keep();
    const tried = {tried: [{fix: step.fix, result: WORDS[result]}]};
    const checked = result === 'worked' ? {confirmed: step.causes[0]} : {excluded: step.causes.slice(0, 1)};
    const body = step.kind !== 'check' ? tried : result === 'skipped' ? null : checked;
    if (body) await this.#tellOutcome(id, body);
    const causes = await once('/v1/causes');
    const settled = step.kind === 'check' && result === 'worked' ? causes.find((cause) => cause.id === step.causes[0])?.settles ?? [] : [];
    if (settled.length) return this.say(settled[0].id, settled[0].value, true);
    this.answer = moved(this.answer, step, result, causes);
    return this.#tell();
  }

  /** A service that does not collect outcomes yet keeps nobody from going on with the plan. */
  async #tellOutcome(id, body) {
    try {
      await call('POST', `/v1/diagnoses/${id}/outcomes`, {body, headers: {'Idempotency-Key': crypto.randomUUID()}});
    } catch (failure) {
      if (failure.status !== 404 && failure.status !== 405) throw failure;
    }
  }

  restart() {
    this.outcomes.clear();
    this.text = '';
    this.observed = [];
    this.notes = [];
    this.trouble = null;
    this.#removed.clear();
    this.#nothingRead();
  }

  #tell() { this.dispatchEvent(new Event('change')); }
}

/** As much of a text as the service takes, in characters and in bytes of the request. */
export function bounded(text) {
  let cut = text.length > MOST_CHARACTERS ? text.slice(0, MOST_CHARACTERS) : text;
  while (new TextEncoder().encode(JSON.stringify(cut)).length > MOST_BYTES) cut = cut.slice(0, Math.floor(cut.length * 0.8));
  return cut.isWellFormed?.() === false ? cut.toWellFormed() : cut;
}

/** The ranking after a step: a cause is less probable by how likely the step would have helped, or shown it, had it held. */
function moved(answer, step, result, causes) {
  if (result !== 'failed') return answer;
  const left = (id) => {
    if (step.kind === 'check') return id === step.causes[0] ? 0.05 : 1;
    const use = causes.find((cause) => cause.id === id)?.fixes.find((one) => one.fix === step.fix);
    return use ? 1 - (HELPS[use.helps] ?? 0) : 1;
  };
  const weighed = answer.causes.map((cause) => ({...cause, probability: cause.probability * left(cause.id)}));
  const total = weighed.reduce((sum, cause) => sum + cause.probability, answer.other + answer.unlisted);
  return {...answer, other: answer.other / total, unlisted: answer.unlisted / total,
    causes: weighed.map((cause) => ({...cause, probability: cause.probability / total})).sort((a, b) => b.probability - a.probability)};
}
