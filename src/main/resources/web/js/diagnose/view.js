/** Diagnose, the home page: paste, see what was recognised, answer the best question, follow the plan. */
import {h, fill} from '../dom.js';
import {t} from '../messages.js';
import {loading, troubleView} from '../parts.js';
import {Consultation} from './consultation.js';
import {pasteCard} from './paste.js';
import {observedCard} from './observed.js';
import {statusLine, warnings, rankingCard} from './ranking.js';
import {questionCard} from './question.js';
import {planCard} from './plan.js';
import {foot} from './foot.js';
import {vocabulary} from './vocabulary.js';

let current = new Consultation();

export async function show(main, here) {
  if (here.name === 'case') {
    if (current.stored !== here.rest[0]) {
      current = new Consultation();
      fill(main, h('div', {class: 'page'}, loading(t('case.opening'))));
      await Promise.all([current.open(here.rest[0]), vocabulary()]);
    }
  }
  const consultation = current;
  const observed = observedCard(consultation);
  const right = h('div', {class: 'answer', 'aria-live': 'off'});
  const page = h('div', {class: 'page diagnose'});
  const paste = pasteCard(consultation, () => { page.classList.add('asking'); observed.openForm(); });
  const parts = {status: statusLine(consultation), warnings: warnings(consultation), question: questionCard(consultation), ranking: rankingCard(consultation), plan: planCard(consultation), foot: foot(consultation)};
  const state = h('div', {class: 'answer-state'});

  function draw() {
    const known = consultation.known;
    page.classList.toggle('begun', known);
    right.setAttribute('aria-busy', String(consultation.busy));
    fill(state, consultation.trouble ? troubleView(consultation.trouble, () => consultation.retry()) : known && !consultation.answer ? loading(t('state.diagnosing')) : null);
    const answered = known && consultation.answer;
    for (const part of Object.values(parts)) part.hidden = !answered || part.dataset.empty === 'true';
  }

  fill(main, fill(page,
    h('div', {class: 'hero'}, h('h1', {}, t('diagnose.title')), h('p', {class: 'lead'}, t('diagnose.lead'))),
    h('div', {class: 'given'}, paste, observed),
    fill(right, state, parts.status, parts.warnings, parts.question, parts.ranking, parts.plan, parts.foot)));
  consultation.addEventListener('change', draw);
  draw();
  return () => consultation.removeEventListener('change', draw);
}
