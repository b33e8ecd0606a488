/** Cases: those saved in this browser, those of everybody where the key allows, and a way to open any by its number. */
import {h, icon, fill, percent} from './dom.js';
import {t, date, alsoWords} from './messages.js';
import {once, Trouble} from './api.js';
import {empty, loading, troubleView} from './parts.js';
import {mine, forgetCase} from './cases-kept.js';
import {everybodys, mayAsk} from './cases-all.js';

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const BADGES = {determined: 'good', 'needs-more': 'info', undetermined: 'warn'};

export async function show(main, here) {
  await alsoWords('views');
  const all = here.rest[0] === 'all';
  const list = h('div', {class: 'case-list', 'aria-live': 'polite'});
  const filter = h('input', {id: 'case-filter', type: 'search', autocomplete: 'off', oninput: () => draw()});
  let entries = [];

  function draw() {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    const hits = entries.filter((one) =>
      words.every((word) => `${one.title} ${one.id} ${one.cause} ${one.solved ?? ''}`.toLowerCase().includes(word)),
    );
    filter.parentElement.hidden = entries.length === 0;
    if (entries.length === 0) return fill(list, nobodys(all));
    return fill(
      list,
      hits.length
        ? hits.map((one) =>
            entry(
              one,
              all
                ? null
                : () => {
                    forgetCase(one.id);
                    load();
                  },
            ),
          )
        : h('p', {class: 'state'}, t('cases.none')),
    );
  }

  async function load() {
    if (!all) {
      entries = mine();
      return draw();
    }
    if (!mayAsk())
      return fill(
        list,
        empty(t('cases.all-key'), t('cases.all-key.text'), h('a', {class: 'button', href: '#/releases'}, t('cases.to-key'))),
      );
    fill(list, loading());
    try {
      const [found, fixes] = await Promise.all([everybodys(), once('/v1/fixes')]);
      const titles = new Map(fixes.map((one) => [one.id, one.title]));
      entries = found.map((one) => ({...one, solved: titles.get(one.fix) ?? one.fix}));
      return draw();
    } catch (failure) {
      if (failure instanceof Trouble && failure.status === 403) return fill(list, empty(t('cases.all-key'), t('cases.all-key.text')));
      return fill(list, troubleView(failure, load));
    }
  }

  fill(
    main,
    h(
      'div',
      {class: 'page narrow'},
      h(
        'div',
        {class: 'page-head'},
        h('div', {}, h('h1', {}, t('cases.title')), h('p', {}, t(all ? 'cases.lead-all' : 'cases.lead'))),
        opener(),
      ),
      h(
        'div',
        {class: 'stack'},
        h(
          'nav',
          {class: 'segments', 'aria-label': t('cases.title')},
          [
            ['', 'cases.mine'],
            ['/all', 'cases.all'],
          ].map(([path, words]) => h('a', {href: `#/cases${path}`, 'aria-current': all === (path !== '') ? 'page' : null}, t(words))),
        ),
        h('div', {class: 'field'}, h('label', {for: 'case-filter'}, t('cases.filter')), filter),
        h('div', {class: 'card'}, list),
      ),
    ),
  );
  filter.parentElement.hidden = true;
  await load();
}

const nobodys = (all) =>
  all
    ? empty(t('cases.empty'), t('cases.empty-all.text'))
    : empty(t('cases.empty'), t('cases.empty.text'), h('a', {class: 'button main', href: '#/diagnose'}, t('cases.start')));

function entry(one, forget) {
  return h(
    'div',
    {class: 'case-item'},
    h(
      'div',
      {class: 'grow'},
      h('a', {href: `#/case/${one.id}`}, one.title || one.id),
      ' ',
      h('span', {class: 'number soft'}, percent(one.probability)),
      one.solved ? h('div', {class: 'case-solved'}, icon('check'), t('cases.solved', {fix: one.solved})) : null,
      h('div', {class: 'faint'}, date(one.at), ' · ', h('span', {class: 'mono'}, one.id.slice(0, 13))),
    ),
    h('span', {class: `badge ${BADGES[one.status] ?? ''}`}, t(`status.${one.status}`)),
    forget
      ? h(
          'button',
          {type: 'button', class: 'button quiet small', 'aria-label': `${t('cases.forget')}: ${one.title}`, onclick: forget},
          icon('cross'),
        )
      : null,
  );
}

function opener() {
  const trouble = h('p', {class: 'faint field-trouble', id: 'case-number-help', role: 'alert'});
  const number = h('input', {
    id: 'case-number',
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: t('cases.find.placeholder'),
    'aria-describedby': 'case-number-help',
  });
  return h(
    'form',
    {
      class: 'case-open',
      onsubmit: (event) => {
        event.preventDefault();
        const id = ID.exec(number.value)?.[0];
        if (id) location.hash = `#/case/${id}`;
        number.setAttribute('aria-invalid', String(!id));
        trouble.textContent = id ? '' : t('cases.find.wrong');
      },
    },
    h(
      'div',
      {class: 'row'},
      h('label', {class: 'offscreen', for: 'case-number'}, t('cases.find')),
      number,
      h('button', {class: 'button'}, t('action.open')),
    ),
    trouble,
  );
}
