/** The outcomes that a draft turns: cases whose first cause changes, with the evidence on both sides. */
import {h, icon} from '../dom.js';
import {t} from '../messages.js';
import {signed} from '../diagnose/evidence.js';

export const turnList = (turns) => h('ul', {}, turns.map(turnLine));

function turnLine(turn) {
  const name = (cause) => h('span', {class: 'mono'}, cause || t('turn.none'));
  return h(
    'li',
    {class: 'line'},
    h(
      'details',
      {class: 'fold'},
      h(
        'summary',
        {},
        icon('chevron'),
        h('span', {class: `badge ${turn.worse ? 'bad' : 'info'}`}, t(turn.worse ? 'turn.worse' : 'turn.turned')),
        h('span', {class: 'turn-subject'}, turn.subject),
      ),
      h('p', {class: 'turn'}, name(turn.before), ' → ', name(turn.after)),
      h('div', {class: 'two'}, side(t('turn.before'), turn.evidenceBefore), side(t('turn.after'), turn.evidenceAfter)),
    ),
  );
}

const side = (title, evidence) =>
  h(
    'div',
    {},
    h('h4', {class: 'label'}, title),
    h(
      'ul',
      {class: 'dots'},
      evidence.map((item) =>
        h('li', {}, item.reason, ' ', h('span', {class: 'number faint'}, t('unit.decibans', {n: signed(item.decibans)}))),
      ),
    ),
  );
