/** Looks an error code up in any spelling: what it means in every family that uses it, and which causes it is seen with. */
import {h, icon, fill} from './dom.js';
import {t, word} from './messages.js';
import {get, once, Trouble} from './api.js';
import {empty, loading, troubleView} from './parts.js';

const COMMON = ['0x904/0x7', '0x204', '0x108', '0x3', '0x80004005', '0xc000006d', '50331676', '1058'];

export async function codes(side, segments, detail, picked, extended) {
  const field = (id, value, placeholder) =>
    h('input', {id, value, autocomplete: 'off', spellcheck: 'false', maxlength: '100', placeholder});
  const code = field('code', picked, t('catalogue.code.placeholder'));
  const second = field('extended', extended, null);
  const lookUp = (event) => {
    event.preventDefault();
    const also = second.value.trim();
    if (code.value.trim()) location.hash = address(code.value.trim()) + (also ? `?extended=${encodeURIComponent(also)}` : '');
  };
  fill(
    side,
    h(
      'div',
      {class: 'tools'},
      segments,
      h(
        'form',
        {class: 'stack', onsubmit: lookUp},
        h('div', {class: 'field'}, h('label', {for: 'code'}, t('catalogue.code')), code),
        h('div', {class: 'field'}, h('label', {for: 'extended'}, t('catalogue.extended')), second),
        h('button', {class: 'button main'}, icon('search'), t('catalogue.look-up')),
        h('p', {class: 'faint'}, t('catalogue.code.help')),
      ),
    ),
    h(
      'div',
      {class: 'pad common-codes'},
      h('span', {class: 'label'}, t('catalogue.common-codes')),
      h(
        'ul',
        {class: 'row wrap'},
        COMMON.map((one) => h('li', {}, h('a', {class: 'badge mono', href: address(one)}, one))),
      ),
    ),
  );
  if (!picked) return;
  fill(detail, loading());
  try {
    const path = picked.split('/').map(encodeURIComponent).join('/');
    const [answer, causes] = await Promise.all([get(`/v1/codes/${path}?extended=${encodeURIComponent(extended)}`), once('/v1/causes')]);
    const titles = new Map(causes.map((one) => [one.id, one.title]));
    fill(
      detail,
      meanings(picked, answer.meanings, titles),
      answer.extendedMeanings.length ? meanings(`${t('catalogue.extended')} ${answer.extended}`, answer.extendedMeanings, titles) : null,
      h(
        'div',
        {},
        h(
          'a',
          {class: 'button', href: `#/diagnose?code=${encodeURIComponent(extended ? `${picked}/${extended}` : picked)}`},
          t('catalogue.diagnose-code'),
        ),
      ),
    );
  } catch (failure) {
    const unknown = failure instanceof Trouble && failure.status === 404;
    fill(
      detail,
      unknown
        ? empty(t('catalogue.code.none'), t('catalogue.code.none.text'))
        : troubleView(failure, () => codes(side, segments, detail, picked, extended)),
    );
  }
}

const address = (code) => `#/catalogue/codes/${encodeURIComponent(code)}`;

/** Lists of codes name several stages at once, with slashes between. */
const stages = (list) =>
  list
    .split('/')
    .map((one) => word('stage', one.trim().replaceAll(' ', '-')))
    .join(', ');

function meanings(name, list, titles) {
  return [
    h('h2', {class: 'mono'}, name),
    list.map((one) =>
      h(
        'div',
        {class: 'tile'},
        h('div', {}, h('span', {class: 'eyebrow'}, one.family), h('h3', {}, one.meaning || one.name)),
        one.message ? h('p', {class: 'soft'}, h('q', {}, one.message)) : null,
        h('p', {class: 'faint mono'}, [one.code, one.name].filter(Boolean).join(' · ')),
        one.stage ? h('p', {class: 'soft'}, `${t('catalogue.stage')}: ${stages(one.stage)}`) : null,
        one.causes?.length
          ? h(
              'div',
              {},
              h('h4', {class: 'label'}, t('catalogue.causes-of-code')),
              h(
                'ul',
                {class: 'dots'},
                one.causes.map((id) => h('li', {}, h('a', {href: `#/catalogue/causes/${id}`}, titles.get(id) ?? id))),
              ),
            )
          : null,
      ),
    ),
  ];
}
