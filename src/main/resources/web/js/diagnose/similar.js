/** Cases with the same leading cause that were solved, and what solved them: this browser's, and everybody's where allowed. */
import {h, icon, fill} from '../dom.js';
import {t, date} from '../messages.js';
import {once} from '../api.js';
import {mine} from '../cases-kept.js';
import {everybodys, mayAsk} from '../cases-all.js';

const MOST = 4;

export function similarCard(consultation) {
  const card = h('section', {class: 'card pad similar', 'aria-labelledby': 'similar-title'});
  let shown = '';

  async function solved(cause) {
    const own = mine().filter((one) => one.solved);
    const all = mayAsk() ? await everybodys().catch(() => []) : [];
    const titles = all.length ? new Map((await once('/v1/fixes')).map((one) => [one.id, one.title])) : new Map();
    const others = all
      .filter((one) => one.fix && !own.some((mineToo) => mineToo.id === one.id))
      .map((one) => ({...one, solved: titles.get(one.fix) ?? one.fix}));
    return [...own, ...others].filter((one) => one.cause === cause && one.id !== consultation.stored).slice(0, MOST);
  }

  async function draw() {
    const cause = consultation.told ? consultation.answer.causes[0].id : '';
    if (cause === shown) return;
    shown = cause;
    const list = cause ? await solved(cause) : [];
    if (cause !== shown) return;
    card.dataset.empty = String(list.length === 0);
    card.hidden = list.length === 0;
    fill(
      card,
      list.length
        ? [
            h('h2', {id: 'similar-title'}, t('similar.title')),
            h(
              'ul',
              {class: 'plain-list'},
              list.map((one) =>
                h(
                  'li',
                  {class: 'similar-case'},
                  icon('check'),
                  h('a', {href: `#/case/${one.id}`}, one.solved),
                  h('span', {class: 'faint'}, date(one.at)),
                ),
              ),
            ),
          ]
        : null,
    );
  }

  card.dataset.empty = 'true';
  consultation.addEventListener('change', draw);
  draw();
  return card;
}
