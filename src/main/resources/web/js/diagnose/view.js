/** Diagnose, the home page: paste, see what was recognised, answer the best question, follow the plan. */
import {h, fill} from '../dom.js';
import {t} from '../messages.js';
import {loading, troubleView} from '../parts.js';
import {Consultation} from './consultation.js';
import {pasteCard} from './paste.js';
import {observedCard} from './observed.js';
import {warnings, rankingCard} from './ranking.js';
import {verdict} from './verdict.js';
import {similarCard} from './similar.js';
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
  const code = here.query.get('code');
  if (code && !consultation.text.includes(code)) {
    consultation.restart();
    consultation.paste(t('paste.code', {code}));
  }
  consultation.silence();
  const observed = observedCard(consultation);
  const right = h('div', {class: 'answer', 'aria-live': 'off'});
  const page = h('div', {class: 'page diagnose'});
  const paste = pasteCard(consultation, () => {
    page.classList.add('asking');
    observed.openForm();
  });
  const parts = {
    verdict: verdict(consultation),
    warnings: warnings(consultation),
    question: questionCard(consultation),
    ranking: rankingCard(consultation),
    plan: planCard(consultation),
    similar: similarCard(consultation),
    foot: foot(consultation),
  };
  const state = h('div', {class: 'answer-state'});

  function draw() {
    const known = consultation.known;
    page.classList.toggle('begun', known);
    right.setAttribute('aria-busy', String(consultation.busy));
    right.classList.toggle('stale', Boolean(consultation.trouble));
    fill(
      state,
      consultation.trouble
        ? troubleView(consultation.trouble, () => consultation.retry())
        : known && !consultation.answer
          ? loading(t('state.diagnosing'))
          : null,
    );
    const answered = known && consultation.answer;
    for (const part of Object.values(parts)) part.hidden = !answered || part.dataset.empty === 'true';
    // Without a single observation the ranking would only repeat how common causes are.
    for (const part of [parts.ranking, parts.plan, parts.foot]) part.hidden ||= !consultation.told;
  }

  fill(
    main,
    fill(
      page,
      h('div', {class: 'hero'}, h('h1', {}, t('diagnose.title')), h('p', {class: 'lead'}, t('diagnose.lead'))),
      h('div', {class: 'given'}, paste, observed),
      fill(right, state, Object.values(parts)),
    ),
  );
  consultation.addEventListener('change', draw);
  draw();
  return () => consultation.silence();
}
