/** Tables of what the service counted: the first rows, and the others on demand. */
import {h, icon, fill} from '../dom.js';
import {t, number} from '../messages.js';

const SHOWN = 10;

/**
 * @param columns each with a title, what stands in its cells, and whether these are numbers
 * @param label   what the table is about, for those who cannot see its heading
 */
export function table(label, columns, rows) {
  if (!rows.length) return h('p', {class: 'soft'}, t('table.nothing'));
  const kind = (column) => (column.isNumber ? 'number' : '');
  const line = (row) =>
    h(
      'tr',
      {},
      columns.map((column) => h('td', {class: kind(column)}, column.cell(row))),
    );
  const body = h('tbody', {}, rows.slice(0, SHOWN).map(line));
  const all = h(
    'button',
    {
      type: 'button',
      class: 'button quiet small',
      onclick: () => {
        fill(body, rows.map(line));
        all.remove();
      },
    },
    t('table.all', {n: number(rows.length)}),
  );
  return h(
    'div',
    {class: 'stack'},
    h(
      'div',
      {class: 'scroll-x', tabindex: '0', role: 'region', 'aria-label': label},
      h(
        'table',
        {},
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            columns.map((column) => h('th', {scope: 'col', class: kind(column)}, column.title)),
          ),
        ),
        body,
      ),
    ),
    rows.length > SHOWN ? h('div', {}, all) : null,
  );
}

/** A list behind its name and its length; nothing to open where it is empty. */
export function foldedList(title, help, items) {
  const badge = h('span', {class: `badge ${items.length ? 'warn' : 'good'}`}, number(items.length));
  if (!items.length) return h('p', {class: 'row fold-empty'}, title, badge);
  return h(
    'details',
    {class: 'fold'},
    h('summary', {}, icon('chevron'), title, badge),
    help ? h('p', {class: 'faint'}, help) : null,
    h(
      'ul',
      {class: 'dots fold-list'},
      items.map((item) => h('li', {}, item)),
    ),
  );
}
