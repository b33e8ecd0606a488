/** Asks for the author's key where a page needs one. It is kept in memory only and gone when the page is reloaded. */
import {h, icon, fill} from '../dom.js';
import {t, alsoWords} from '../messages.js';
import {holdsKey, useKey, Trouble} from '../api.js';
import {troubleView} from '../parts.js';

/** The author's style sheets come with the first of the author's pages. */
function dress(name) {
  const id = `style-${name}`;
  if (document.getElementById(id)) return Promise.resolve();
  return new Promise((done) => {
    const href = new URL(`../../css/${name}.css`, import.meta.url).href;
    document.head.append(h('link', {id, rel: 'stylesheet', href, onload: done, onerror: done}));
  });
}

/** Shows a page that needs a key, or the question for it. */
export async function withKey(main, head, draw) {
  await Promise.all([dress('author'), dress('editor'), dress('counts'), alsoWords('author')]);
  const page = h('div', {class: 'page'});
  fill(main, page);
  async function attempt() {
    if (!holdsKey()) return fill(page, head(), ask(attempt));
    try {
      return await draw(page);
    } catch (failure) {
      if (isRefused(failure)) {
        useKey('');
        return fill(page, head(), ask(attempt, failure.status === 403 ? t('key.not-allowed') : t('key.wrong')));
      }
      return fill(page, head(), troubleView(failure, attempt));
    }
  }
  return attempt();
}

export const isRefused = (failure) => failure instanceof Trouble && (failure.status === 401 || failure.status === 403);

function ask(done, wrong = '') {
  const input = h('input', {
    id: 'key',
    type: 'password',
    autocomplete: 'off',
    spellcheck: 'false',
    required: true,
    'aria-describedby': 'key-help',
    'aria-invalid': String(wrong !== ''),
  });
  return h(
    'form',
    {
      class: 'card pad key-form',
      onsubmit: (event) => {
        event.preventDefault();
        useKey(input.value);
        done();
      },
    },
    h('div', {class: 'row'}, icon('key'), h('h2', {}, t('key.title'))),
    h('p', {class: 'soft', id: 'key-help'}, t('key.help')),
    wrong ? h('div', {class: 'banner bad', role: 'alert'}, wrong) : null,
    h('div', {class: 'field'}, h('label', {for: 'key'}, t('key.label')), input),
    h('button', {class: 'button main'}, t('key.use')),
  );
}

export function pageHead(title, lead, ...actions) {
  return h(
    'div',
    {class: 'page-head'},
    h('div', {}, h('h1', {}, title), h('p', {}, lead)),
    h(
      'div',
      {class: 'row wrap'},
      actions,
      holdsKey()
        ? h(
            'button',
            {
              type: 'button',
              class: 'button quiet small',
              onclick: () => {
                useKey('');
                dispatchEvent(new HashChangeEvent('hashchange'));
              },
            },
            icon('key'),
            t('key.forget'),
          )
        : null,
    ),
  );
}
