/**
 * One consultation: what was pasted, what is known, and the latest answer. Views listen; only this page talks to the service.
 * Nothing is stored until the agent wants a link, a note or an outcome: until then the service is asked not to keep it.
 */
import {post, get, call, once} from '../api.js';
import {debounced} from '../dom.js';
import {bounded, LONG, BEGINNING, keyOf, reportOf, restsOnRemoved, withoutText} from './report.js';
import {moved} from './moved.js';

const LIMIT = 6;
const WORDS = {worked: 'worked', failed: 'did-not-help', skipped: 'skipped'};
const NOT_KEPT = {headers: {Prefer: 'store=no'}};

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
  #views = new AbortController();
  #steps = new Map();
  #sent = '';
  #read = [];
  #removed = new Set();
  #rounds = 0;
  #reads = 0;
  #readSoon = debounced(280, () => this.#readText());
  #askSoon = debounced(60, () => this.known && this.#ask());

  /** Whether there is anything to diagnose: an observation, or words that were read to the end. */
  get known() {
    return this.observed.length > 0 || (this.#sent.trim() !== '' && (!this.reading || this.answer !== null));
  }

  /** Whether the latest answer rests on anything at all, rather than on how common causes are. */
  get told() {
    return this.answer?.causes.some((cause) => cause.decibans !== 0) ?? false;
  }

  paste(text) {
    this.text = text;
    this.#removed.clear();
    if (text.trim() === '') return this.#nothingRead();
    this.reading = true;
    this.trouble = null;
    this.#tell();
    this.#readSoon();
  }

  #nothingRead() {
    this.#reads++;
    this.reading = false;
    this.notes = [];
    this.cut = false;
    this.#replaceRead('', []);
  }

  async #readText() {
    const mine = ++this.#reads;
    const stale = () => mine !== this.#reads || this.text.trim() === '';
    const text = bounded(this.text);
    this.cut = text.length < this.text.length;
    try {
      if (text.length > LONG) {
        const beginning = await post('/v1/symptoms/extract', {text: bounded(text.slice(0, BEGINNING))});
        if (stale()) return;
        if (beginning.symptoms.length) this.#replaceRead(text, beginning.symptoms);
      }
      const found = await post('/v1/symptoms/extract', {text});
      if (stale()) return;
      this.reading = false;
      this.notes = found.notes ?? [];
      this.trouble = null;
      this.#replaceRead(text, found.symptoms);
    } catch (failure) {
      if (mine !== this.#reads) return;
      this.reading = false;
      this.trouble = failure;
      this.#tell();
    }
  }

  /** What people said stands above what was read: a corrected chip stays corrected when more is pasted. */
  #replaceRead(text, found) {
    this.#sent = text;
    this.#read = found.map(({id, value, source}) => ({
      id,
      value,
      from: 'text',
      quote: source?.quote ?? '',
      start: source?.start ?? 0,
      end: source?.end ?? 0,
    }));
    const said = this.observed.filter((symptom) => symptom.from !== 'text');
    const answered = new Set(said.map((symptom) => symptom.id));
    const fresh = this.#read.filter((symptom) => !answered.has(symptom.id) && !this.#removed.has(keyOf(symptom)));
    this.observed = [...fresh, ...said];
    this.#changed();
  }

  /** Records an answer in place of whatever was known of that symptom; with `also`, beside it. */
  say(id, value, also = false) {
    this.observed = this.observed.filter(
      (symptom) => symptom.id !== id || (also && symptom.value !== 'unknown' && symptom.value !== value),
    );
    this.observed.push({id, value, from: 'said'});
    this.#changed();
  }

  remove(symptom) {
    this.#removed.add(keyOf(symptom));
    this.observed = this.observed.filter((other) => other !== symptom);
    this.#changed();
  }

  clear(id) {
    this.observed = this.observed.filter((symptom) => symptom.id !== id);
    this.#changed();
  }

  value = (id) => this.observed.find((symptom) => symptom.id === id)?.value ?? '';

  #changed() {
    this.stored = null;
    this.busy = this.known;
    if (!this.known) {
      this.#rounds++;
      this.answer = null;
    }
    this.#tell();
    if (this.known) this.#askSoon();
  }

  async #ask() {
    const mine = ++this.#rounds;
    try {
      const answer = await this.#diagnose(() => NOT_KEPT);
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

  async #diagnose(options) {
    const observed = this.observed;
    const ask = (report) => post('/v1/diagnoses', {...report, limit: LIMIT}, options());
    const answer = await ask(reportOf(this.#sent, this.#read, observed));
    const rests = restsOnRemoved(answer, this.#read, observed);
    return this.#afterSteps(rests ? await ask(withoutText(observed)) : answer);
  }

  /** What was tried in vain still counts when something else is answered. */
  async #afterSteps(answer) {
    const failed = [...this.#steps.values()].filter((step) => this.outcomes.get(step.fix) === 'failed');
    if (failed.length === 0) return answer;
    const causes = await once('/v1/causes');
    return failed.reduce((now, step) => moved(now, step, causes), answer);
  }

  retry() {
    this.trouble = null;
    if (this.text.trim() && !this.known) this.paste(this.text);
    else if (this.known) this.#changed();
  }

  /** Keeps the consultation as a case and answers its id. */
  async keep() {
    if (this.stored) return this.stored;
    const answer = await this.#diagnose(() => ({headers: {'Idempotency-Key': crypto.randomUUID()}}));
    this.answer = answer;
    if (answer.stored) this.stored = answer.id;
    this.#tell();
    return answer.stored ? answer.id : null;
  }

  async open(id) {
    const answer = await get(`/v1/diagnoses/${encodeURIComponent(id)}`);
    const told = await get(`/v1/diagnoses/${encodeURIComponent(id)}/outcomes`).catch(() => ({tried: []}));
    const results = Object.fromEntries(Object.entries(WORDS).map(([mine, theirs]) => [theirs, mine]));
    this.outcomes = new Map(told.tried.map((one) => [one.fix, results[one.result]]));
    this.answer = answer;
    this.stored = answer.id;
    this.observed = answer.symptoms
      .filter((symptom) => !symptom.source?.derivedBy && symptom.id !== 'text.resembles')
      .map((symptom) => ({
        id: symptom.id,
        value: symptom.value,
        from: symptom.source?.quote ? 'text' : 'said',
        quote: symptom.source?.quote ?? '',
      }));
    this.#tell();
  }

  /** Why a cause does not stand higher; the service explains kept cases only. */
  async whyNot(cause) {
    const id = await this.keep();
    return id ? get(`/v1/diagnoses/${id}/why-not/${encodeURIComponent(cause)}`) : null;
  }

  /** Notes what a step did: the ranking moves at once, and the service learns from it. */
  async outcome(step, result) {
    const id = await this.keep();
    const tried = {tried: [{fix: step.fix, result: WORDS[result]}]};
    const checked = result === 'worked' ? {confirmed: step.causes[0]} : {excluded: step.causes.slice(0, 1)};
    const body = step.kind !== 'check' ? tried : result === 'skipped' ? null : checked;
    if (id && body) await call('POST', `/v1/diagnoses/${id}/outcomes`, {body, headers: {'Idempotency-Key': crypto.randomUUID()}});
    this.outcomes.set(step.fix, result);
    this.#steps.set(step.fix, step);
    const causes = await once('/v1/causes');
    const settled =
      step.kind === 'check' && result === 'worked' ? (causes.find((cause) => cause.id === step.causes[0])?.settles ?? []) : [];
    if (settled.length) return this.say(settled[0].id, settled[0].value, true);
    if (result === 'failed') this.answer = moved(this.answer, step, causes);
    return this.#tell();
  }

  restart() {
    this.outcomes.clear();
    this.#steps.clear();
    this.text = '';
    this.observed = [];
    this.trouble = null;
    this.#removed.clear();
    this.#nothingRead();
  }

  /** Forgets the views that listened: they are about to be drawn anew. */
  silence() {
    this.#views.abort();
    this.#views = new AbortController();
  }

  addEventListener(type, listener) {
    super.addEventListener(type, listener, {signal: this.#views.signal});
  }

  #tell() {
    this.dispatchEvent(new Event('change'));
  }
}
