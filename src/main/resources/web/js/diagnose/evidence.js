/** The evidence of one cause as a waterfall: each item moves the sum, in decibans, to the right (for) or left (against). */
import {h, icon} from '../dom.js';
import {t} from '../messages.js';
import {shortName, valueLabel} from './vocabulary.js';

/** Words of the text that a cause's description shares; the reason of the item says so already. */
const RESEMBLES = 'text.resembles';
const MOST_MISSING = 3;

export const signed = (decibans) => `${decibans > 0 ? '+' : decibans < 0 ? '−' : ''}${Math.abs(decibans)}`;

export function evidence(cause, answer) {
  const found = cause.evidence;
  if (!found) return null;
  const items = [...found.for, ...found.against];
  return h(
    'div',
    {class: 'evidence'},
    items.length ? waterfall(items, cause.decibans, answer) : h('p', {class: 'soft'}, t('evidence.none')),
    found.saysTheSame.length
      ? h(
          'details',
          {class: 'fold'},
          h('summary', {}, icon('chevron'), t('evidence.same', {n: found.saysTheSame.length})),
          h(
            'ul',
            {class: 'dots'},
            found.saysTheSame.map((item) =>
              h('li', {}, item.reason, ' ', h('span', {class: 'faint number'}, t('unit.decibans', {n: signed(item.decibans)}))),
            ),
          ),
        )
      : null,
    missing(found.missing),
  );
}

function waterfall(items, total, answer) {
  const steps = [];
  let sum = 0;
  for (const item of items) {
    steps.push({item, from: sum, to: sum + item.decibans});
    sum += item.decibans;
  }
  const low = Math.min(0, total, ...steps.map((step) => step.to));
  const high = Math.max(0, total, ...steps.map((step) => step.to));
  const span = Math.max(10, high - low);
  const place = (from, to) => ({
    'inset-inline-start': `${((Math.min(from, to) - low) / span) * 100}%`,
    'inline-size': `${Math.max(0.6, (Math.abs(to - from) / span) * 100)}%`,
  });
  const zero = {'inset-inline-start': `${((0 - low) / span) * 100}%`};
  const line = (kind, label, decibans, bar, from) =>
    h(
      'li',
      {class: `fall ${kind}`},
      h('span', {class: 'fall-reason'}, label, from ? h('span', {class: 'faint fall-from', dir: 'auto'}, from) : null),
      h(
        'span',
        {class: 'fall-track', 'aria-hidden': 'true'},
        h('span', {class: 'fall-zero', style: zero}),
        h('span', {class: 'fall-bar', style: bar}),
      ),
      h(
        'span',
        {class: 'fall-number number'},
        h('span', {class: 'offscreen'}, t(decibans >= 0 ? 'evidence.for' : 'evidence.against'), ' '),
        signed(decibans),
      ),
    );
  return h(
    'figure',
    {class: 'waterfall'},
    h(
      'figcaption',
      {class: 'row apart'},
      h('span', {class: 'label'}, t('evidence.title')),
      h('span', {class: 'faint'}, t('evidence.unit')),
    ),
    h(
      'ul',
      {},
      steps.map((step) =>
        line(
          step.item.decibans >= 0 ? 'for' : 'against',
          step.item.reason,
          step.item.decibans,
          place(step.from, step.to),
          seen(step.item.symptoms, answer),
        ),
      ),
      line('total', t('evidence.total'), total, place(0, total)),
    ),
    h('p', {class: 'faint'}, t('evidence.decibans-help')),
  );
}

/** What the item rests on, in the reader's words; symptoms are named by pointers into the answer. */
function seen(pointers, answer) {
  return pointers
    .map((pointer) => answer?.symptoms[Number(pointer.split('/')[2])])
    .filter((symptom) => symptom && symptom.id !== RESEMBLES)
    .map((symptom) => `${shortName(symptom.id)}: ${valueLabel(symptom.id, symptom.value)}`)
    .slice(0, 3)
    .join(' · ');
}

function missing(list) {
  if (!list.length) return null;
  const line = (item) =>
    h(
      'li',
      {},
      h('span', {class: 'grow'}, item.question, ' ', h('span', {class: 'soft missing-answer'}, wanted(item))),
      h('span', {class: `badge number ${item.decibans > 0 ? 'good' : 'plain-against'}`}, signed(item.decibans)),
    );
  const rest = list.slice(MOST_MISSING);
  return h(
    'div',
    {class: 'missing'},
    h('h4', {class: 'label'}, t('evidence.missing')),
    h('ul', {}, list.slice(0, MOST_MISSING).map(line)),
    rest.length
      ? h('details', {class: 'fold'}, h('summary', {}, icon('chevron'), t('evidence.more', {n: rest.length})), h('ul', {}, rest.map(line)))
      : null,
  );
}

export function wanted(item) {
  const bare = item.value.replace(/^not /, '');
  const label = bare === 'any' ? t('answer.any') : valueLabel(item.symptom, bare);
  return item.value.startsWith('not ') ? t('answer.not', {value: label}) : label;
}
