/** Cases that were saved in this browser, and a way to open any by its number. */
import {h, icon, fill, percent} from './dom.js';
import {t, date} from './messages.js';
import {empty} from './parts.js';
import {mine, forgetCase} from './cases-kept.js';

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const BADGES = {determined: 'good', 'needs-more': 'info', undetermined: 'warn'};

export function show(main) {
  const list = h('div', {class: 'case-list'});
  const filter = h('input', {id: 'case-filter', type: 'search', autocomplete: 'off', oninput: draw});
  const number = h('input', {id: 'case-number', autocomplete: 'off', spellcheck: 'false', placeholder: t('cases.find.placeholder')});
  const open = (event) => {
    event.preventDefault();
    const id = ID.exec(number.value)?.[0];
    if (id) location.hash = `#/case/${id}`;
    number.setAttribute('aria-invalid', String(!id));
  };

  function entry(one) {
    return h('div', {class: 'case-item'},
      h('div', {class: 'grow'}, h('a', {href: `#/case/${one.id}`}, one.title || one.id), h('div', {class: 'faint'}, date(one.at), ' · ', h('span', {class: 'mono'}, one.id.slice(0, 13)))),
      h('span', {class: `badge ${BADGES[one.status] ?? ''}`}, t(`status.${one.status}`)), h('span', {class: 'number'}, percent(one.probability)),
      h('button', {type: 'button', class: 'button quiet small', 'aria-label': `${t('cases.forget')}: ${one.title}`, onclick: () => { forgetCase(one.id); draw(); }}, icon('cross')));
  }

  function draw() {
    const all = mine();
    const words = filter.value.toLowerCase();
    const hits = all.filter((one) => `${one.title} ${one.id} ${one.cause}`.toLowerCase().includes(words));
    fill(list, all.length === 0 ? empty(t('cases.empty'), t('cases.empty.text'), h('a', {class: 'button main', href: '#/diagnose'}, t('cases.start')))
      : hits.length ? hits.map(entry) : h('p', {class: 'state'}, t('cases.none')));
    filter.parentElement?.toggleAttribute('hidden', all.length === 0);
  }

  fill(main, h('div', {class: 'page narrow'},
    h('div', {class: 'page-head'}, h('div', {}, h('h1', {}, t('cases.title')), h('p', {}, t('cases.lead'))),
      h('form', {class: 'row', onsubmit: open}, h('label', {class: 'offscreen', for: 'case-number'}, t('cases.find')), number, h('button', {class: 'button'}, t('action.open')))),
    h('div', {class: 'stack'}, h('div', {class: 'field'}, h('label', {for: 'case-filter'}, t('cases.filter')), filter), h('div', {class: 'card'}, list))));
  draw();
}
