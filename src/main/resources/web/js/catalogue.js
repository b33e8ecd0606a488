/** The catalogue: causes, fixes and codes, cross-linked, every command ready to copy. */
import {h, icon, fill, debounced} from './dom.js';
import {t, word, alsoWords} from './messages.js';
import {once} from './api.js';
import {codes} from './codes.js';
import {corrections, empty, loading, facts, stepBody, sources} from './parts.js';

const KINDS = ['causes', 'fixes', 'codes'];
const SHOWN = 150;

export async function show(main, here) {
  await alsoWords('views');
  const kind = KINDS.includes(here.rest[0]) ? here.rest[0] : 'causes';
  const picked = here.rest.slice(1).join('/');
  const detail = h('section', {class: 'card pad detail', 'aria-live': 'polite'}, empty(t('catalogue.pick'), t('catalogue.pick.text')));
  const side = h('section', {class: 'card side', 'aria-label': t(`catalogue.${kind}`)});
  fill(
    main,
    h(
      'div',
      {class: 'page'},
      h('div', {class: 'page-head'}, h('div', {}, h('h1', {}, t('catalogue.title')), h('p', {}, t('catalogue.lead')))),
      h('div', {class: 'split'}, side, detail),
    ),
  );
  const segments = h(
    'nav',
    {class: 'segments', 'aria-label': t('catalogue.title')},
    KINDS.map((one) => h('a', {href: `#/catalogue/${one}`, 'aria-current': one === kind ? 'page' : null}, t(`catalogue.${one}`))),
  );
  if (kind === 'codes') return codes(side, segments, detail, picked, here.query.get('extended') ?? '');
  fill(side, h('div', {class: 'tools'}, segments), loading());
  const [causes, fixes] = await Promise.all([once('/v1/causes'), once('/v1/fixes')]);
  list(side, segments, kind, kind === 'causes' ? causes : fixes, picked);
  if (!picked) return undefined;
  const entry = (kind === 'causes' ? causes : fixes).find((one) => one.id === picked);
  fill(detail, entry ? (kind === 'causes' ? cause(entry, fixes) : fix(entry, causes, fixes)) : empty(t('catalogue.none'), picked));
  if (innerWidth < 900) detail.scrollIntoView();
  return undefined;
}

function list(side, segments, kind, entries, picked) {
  const items = h('div', {class: 'list'});
  const count = h('p', {class: 'faint', role: 'status'});
  const search = h('input', {
    id: 'catalogue-search',
    type: 'search',
    autocomplete: 'off',
    placeholder: t('catalogue.search'),
    'aria-label': t('catalogue.search'),
    oninput: debounced(80, draw),
  });
  const texts = entries.map((entry) => [
    entry,
    `${entry.id} ${entry.title} ${entry.explanation ?? ''} ${entry.area ?? ''} ${(entry.commands ?? []).map((command) => command.text).join(' ')}`.toLowerCase(),
  ]);
  function draw() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const hits = texts
      .filter(([, text]) => words.every((part) => text.includes(part)))
      .map(([entry]) => entry)
      .sort((a, b) => a.title.localeCompare(b.title));
    count.textContent = t('catalogue.count', {n: hits.length});
    fill(
      items,
      hits.length
        ? hits
            .slice(0, SHOWN)
            .map((entry) =>
              h(
                'a',
                {class: 'item', href: `#/catalogue/${kind}/${entry.id}`, 'aria-current': entry.id === picked ? 'true' : null},
                h('strong', {}, entry.title),
                h(
                  'span',
                  {class: 'faint'},
                  kind === 'causes'
                    ? `${word('stage', entry.stage)} · ${word('frequency', entry.frequency)}`
                    : `${word('where', entry.where)} · ${t('risk.label', {risk: word('risk', entry.risk)})}`,
                ),
              ),
            )
        : h('p', {class: 'state'}, t('catalogue.none')),
    );
  }
  fill(side, h('div', {class: 'tools'}, segments, search, count), items);
  draw();
  const current = items.querySelector('[aria-current]');
  if (current) items.scrollTop = current.offsetTop - items.offsetTop - items.clientHeight / 3;
}

function cause(entry, fixes) {
  const titles = new Map(fixes.map((one) => [one.id, one]));
  return [
    h('div', {}, h('h2', {}, entry.title), h('p', {class: 'faint mono'}, entry.id)),
    h(
      'dl',
      {class: 'kv'},
      h('dt', {}, t('catalogue.stage')),
      h('dd', {}, word('stage', entry.stage)),
      h('dt', {}, t('catalogue.frequency')),
      h('dd', {}, word('frequency', entry.frequency)),
    ),
    h('p', {}, entry.explanation),
    h(
      'div',
      {class: 'tile'},
      h('div', {}, h('span', {class: 'eyebrow'}, t('catalogue.check')), h('h3', {}, entry.check.title)),
      facts(entry.check),
      stepBody({...entry.check, kind: 'check'}),
    ),
    h(
      'div',
      {},
      h('h3', {}, t('catalogue.fixes-of')),
      h(
        'ul',
        {},
        entry.fixes.map((use) =>
          h(
            'li',
            {},
            h(
              'a',
              {class: 'item', href: `#/catalogue/fixes/${use.fix}`},
              h('strong', {}, titles.get(use.fix)?.title ?? use.fix),
              h('span', {class: 'faint'}, word('helps', use.helps)),
            ),
          ),
        ),
      ),
    ),
    corrections(entry.corrections),
    sources(entry.sources),
  ];
}

function fix(entry, causes, fixes) {
  const helps = causes.filter((one) => one.fixes.some((use) => use.fix === entry.id));
  const safer = fixes.find((one) => one.id === entry.saferFirst);
  return [
    h('div', {}, h('h2', {}, entry.title), h('p', {class: 'faint mono'}, entry.id)),
    facts(entry),
    safer
      ? h(
          'div',
          {class: 'note verify'},
          h('strong', {}, `${t('catalogue.safer')} `),
          h('a', {href: `#/catalogue/fixes/${safer.id}`}, safer.title),
        )
      : null,
    stepBody(entry),
    helps.length
      ? h(
          'div',
          {},
          h('h3', {}, t('catalogue.causes-of')),
          h(
            'ul',
            {},
            helps.map((one) =>
              h(
                'li',
                {},
                h(
                  'a',
                  {class: 'item', href: `#/catalogue/causes/${one.id}`},
                  h('strong', {}, one.title),
                  h('span', {class: 'faint'}, word('stage', one.stage)),
                ),
              ),
            ),
          ),
        )
      : null,
    sources(entry.sources),
  ];
}
