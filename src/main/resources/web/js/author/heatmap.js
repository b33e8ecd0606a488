/** Causes over symptoms: how many rules read each symptom, or how many cases reach those rules. */
import {h} from '../dom.js';
import {t, number} from '../messages.js';

const DEEP = 62;

/**
 * @param files  of one area, each with its cause, path and rules; a rule with the symptoms it reads and how many cases fire it
 * @param weight what a rule counts for
 */
export function heatMap(files, weight) {
  const value = (file, id) => file.rules.filter((rule) => rule.symptoms.includes(id)).reduce((sum, rule) => sum + weight(rule), 0);
  const ids = [...new Set(files.flatMap((file) => file.rules.flatMap((rule) => rule.symptoms)))];
  const total = new Map(ids.map((id) => [id, files.reduce((sum, file) => sum + value(file, id), 0)]));
  const columns = ids.sort((a, b) => total.get(b) - total.get(a) || a.localeCompare(b));
  const most = Math.max(1, ...files.flatMap((file) => columns.map((id) => value(file, id))));
  return h(
    'div',
    {class: 'scroll-x heat', tabindex: '0', role: 'region', 'aria-label': t('coverage.map')},
    h(
      'table',
      {},
      h('caption', {class: 'offscreen'}, t('coverage.map')),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', {scope: 'col'}, t('coverage.cause')),
          columns.map((id) => h('th', {scope: 'col', class: 'turned'}, h('span', {}, id))),
        ),
      ),
      h(
        'tbody',
        {},
        files.map((file) =>
          h(
            'tr',
            {},
            h('th', {scope: 'row'}, h('a', {class: 'mono', href: `#/rules/${file.path}`}, file.cause)),
            columns.map((id) => cell(file, id, value(file, id), most)),
          ),
        ),
      ),
    ),
  );
}

function cell(file, id, value, most) {
  const reads = file.rules.some((rule) => rule.symptoms.includes(id));
  if (!value) return h('td', {class: `heat-cell ${reads ? 'cold' : ''}`, title: reads ? `${file.cause} · ${id}` : null}, reads ? '0' : '');
  const share = Math.round((0.2 + 0.8 * Math.sqrt(value / most)) * 100);
  return h(
    'td',
    {
      class: `heat-cell number ${share > DEEP ? 'deep' : ''}`,
      title: `${file.cause} · ${id}`,
      style: {'background-color': `color-mix(in srgb, var(--accent) ${share}%, var(--surface))`},
    },
    number(value),
  );
}
