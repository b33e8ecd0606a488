/** The shell: who is where, in which language and light. Each view is a module of its own, loaded when it is opened. */
import {h, icon, fill} from './dom.js';
import {t, chooseLanguage, language, LANGUAGES} from './messages.js';
import {troubleView} from './parts.js';
import * as diagnose from './diagnose/view.js';

const VIEWS = {
  diagnose: async () => diagnose,
  case: async () => diagnose,
  cases: () => import('./cases.js'),
  catalogue: () => import('./catalogue.js'),
  rules: () => import('./author/rules.js'),
  draft: () => import('./author/draft.js'),
  releases: () => import('./author/releases.js'),
  coverage: () => import('./author/coverage.js'),
  outcomes: () => import('./author/outcomes.js'),
};
const AGENT = ['diagnose', 'cases', 'catalogue'];
const AUTHOR = ['rules', 'draft', 'releases', 'coverage', 'outcomes'];
const THEME = 'reconnect.theme';

const app = document.getElementById('app');
let main;
let leave = () => {};
let turn = 0;

function setting(name, value) {
  try {
    if (value === undefined) return localStorage.getItem(name);
    localStorage.setItem(name, value);
  } catch {
    // Private windows may refuse: the choice then lasts as long as the page.
  }
  return null;
}

const darkOutside = matchMedia('(prefers-color-scheme: dark)');
const theme = () => setting(THEME) ?? (darkOutside.matches ? 'dark' : 'light');
const applyTheme = () => {
  document.documentElement.dataset.theme = theme();
};
darkOutside.addEventListener('change', applyTheme);

function place() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const [name, ...rest] = path.split('/').map(decodeURIComponent);
  return {name: VIEWS[name] ? name : 'diagnose', rest, query: new URLSearchParams(query)};
}

function link(name) {
  const here = place().name;
  const current = here === name || (here === 'case' && name === 'diagnose');
  return h(
    'li',
    {},
    h('a', {href: `#/${name}`, class: 'tab', 'aria-current': current ? 'page' : null, 'data-key': `tab-${name}`}, t(`nav.${name}`)),
  );
}

function header() {
  const toggle = h(
    'button',
    {
      type: 'button',
      class: 'button quiet square menu',
      'aria-label': t('nav.menu'),
      'aria-expanded': 'false',
      'aria-controls': 'tabs',
      onclick: () => {
        const open = document.getElementById('tabs').classList.toggle('open');
        toggle.setAttribute('aria-expanded', String(open));
      },
    },
    icon('menu'),
  );
  const dark = theme() === 'dark';
  return h(
    'header',
    {class: 'top'},
    h(
      'a',
      {
        class: 'skip',
        href: '#main',
        onclick: (event) => {
          event.preventDefault();
          main.focus();
        },
      },
      t('nav.skip'),
    ),
    h(
      'div',
      {class: 'top-inner'},
      h(
        'a',
        {href: '#/diagnose', class: 'brand', 'aria-label': t('brand.home')},
        h('span', {class: 'mark', 'aria-hidden': 'true'}),
        h('span', {}, 'Reconnect'),
      ),
      h(
        'nav',
        {id: 'tabs', class: 'tabs', 'aria-label': t('nav.label')},
        h('ul', {}, AGENT.map(link)),
        h('span', {class: 'tab-group', id: 'author-tabs'}, t('nav.author')),
        h('ul', {'aria-labelledby': 'author-tabs'}, AUTHOR.map(link)),
      ),
      h(
        'div',
        {class: 'row'},
        h(
          'select',
          {
            class: 'language',
            'aria-label': t('nav.language'),
            'data-key': 'language',
            onchange: async (event) => {
              await chooseLanguage(event.target.value);
              show();
            },
          },
          Object.entries(LANGUAGES).map(([code, name]) => h('option', {value: code, selected: code === language()}, name)),
        ),
        h(
          'button',
          {
            type: 'button',
            class: 'button quiet square',
            'data-key': 'theme',
            'aria-label': t(dark ? 'nav.light' : 'nav.dark'),
            onclick: () => {
              setting(THEME, dark ? 'light' : 'dark');
              applyTheme();
              fill(app.firstChild, ...header().childNodes);
            },
          },
          icon(dark ? 'sun' : 'moon'),
        ),
        toggle,
      ),
    ),
  );
}

async function show() {
  const mine = ++turn;
  const here = place();
  leave();
  leave = () => {};
  const offline = h('div', {class: 'offline', role: 'status', hidden: navigator.onLine}, t('trouble.offline'));
  main = h(
    'main',
    {id: 'main', tabindex: '-1', class: `view view-${here.name}`},
    h('div', {class: 'page loading-page', 'aria-busy': 'true'}, h('div', {class: 'skeleton title'}), h('div', {class: 'skeleton block'})),
  );
  fill(app, header(), offline, main);
  document.title = `${t(`nav.${here.name === 'case' ? 'diagnose' : here.name}`)} · Reconnect`;
  try {
    const view = await VIEWS[here.name]();
    if (mine !== turn) return;
    leave = (await view.show(main, here)) ?? leave;
  } catch (failure) {
    if (mine === turn) fill(main, h('div', {class: 'page'}, troubleView(failure, show)));
  }
}

addEventListener('hashchange', () => {
  show();
  scrollTo(0, 0);
});
for (const kind of ['online', 'offline'])
  addEventListener(kind, () => {
    const bar = document.querySelector('.offline');
    if (bar) bar.hidden = navigator.onLine;
  });
applyTheme();
await chooseLanguage();
show();
