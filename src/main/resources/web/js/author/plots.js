/** Tables and small plots from what the service answers. */
import {h, svg} from '../dom.js';
import {t, has, number} from '../messages.js';

const MOST = 50;

const words = (key) => (has(`field.${key}`) ? t(`field.${key}`) : key.replace(/([A-Z])/g, ' $1').replaceAll('-', ' ').toLowerCase().replace(/^./, (first) => first.toUpperCase()));
const isList = (value) => Array.isArray(value);
const isShare = (key) => /share|rate|probability|success|predicted|observed|frequency/i.test(key);

/** Any answer as a table: a list of records, a list of words, or a record of lists. */
export function dataTable(answer) {
  if (isList(answer)) return listTable(answer);
  return h('div', {class: 'stack'}, Object.entries(answer).map(([key, value]) => {
    if (isList(value)) return h('details', {class: 'fold', open: value.length > 0 && value.length <= 12}, h('summary', {}, words(key), h('span', {class: 'badge'}, number(value.length))), listTable(value));
    if (value !== null && typeof value === 'object') return h('div', {}, h('h3', {}, words(key)), dataTable(value));
    return h('p', {}, h('span', {class: 'label'}, `${words(key)}: `), shown(key, value));
  }));
}

function listTable(list) {
  if (!list.length) return h('p', {class: 'soft'}, t('table.nothing'));
  if (typeof list[0] !== 'object') return h('ul', {class: 'dots mono'}, list.slice(0, MOST).map((one) => h('li', {}, one)), rest(list));
  const keys = [...new Set(list.slice(0, MOST).flatMap(Object.keys))].filter((key) => list.some((one) => typeof one[key] !== 'object'));
  return h('div', {class: 'scroll-x', tabindex: '0', role: 'region', 'aria-label': t('table.label')}, h('table', {}, h('thead', {}, h('tr', {}, keys.map((key) => h('th', {scope: 'col', class: typeof list[0][key] === 'number' ? 'number' : ''}, words(key))))),
    h('tbody', {}, list.slice(0, MOST).map((one) => h('tr', {}, keys.map((key) => h('td', {class: typeof one[key] === 'number' ? 'number' : ''}, shown(key, one[key]))))))), rest(list));
}

const rest = (list) => (list.length > MOST ? h('p', {class: 'faint'}, t('table.more', {n: number(list.length - MOST)})) : null);

function shown(key, value) {
  if (typeof value === 'number') return isShare(key) && value >= 0 && value <= 1 ? `${Math.round(value * 1000) / 10} %` : number(Math.round(value * 100) / 100);
  return value === undefined || value === null ? '' : typeof value === 'object' ? '' : String(value);
}

/** How often causes held that were said to be so probable: on the diagonal the numbers mean what they say. */
export function calibrationPlot(bins) {
  const size = 320;
  const at = (value) => 40 + value * (size - 60);
  const up = (value) => size - 40 - value * (size - 60);
  const most = Math.max(1, ...bins.map((bin) => bin.count));
  const line = (value) => [svg('line', {x1: at(0), x2: at(1), y1: up(value), y2: up(value), class: 'plot-grid'}), svg('text', {x: 34, y: up(value) + 4, class: 'plot-text end'}, `${value * 100}`), svg('text', {x: at(value), y: size - 20, class: 'plot-text middle'}, `${value * 100}`)];
  return h('figure', {class: 'plot'}, svg('svg', {viewBox: `0 0 ${size} ${size}`, role: 'img', 'aria-label': t('outcomes.calibration-label', {n: number(bins.reduce((sum, bin) => sum + bin.count, 0))})},
    [0, 0.25, 0.5, 0.75, 1].map(line), svg('line', {x1: at(0), y1: up(0), x2: at(1), y2: up(1), class: 'plot-ideal'}),
    bins.filter((bin) => bin.count).map((bin) => svg('circle', {cx: at(bin.said), cy: up(bin.held), r: 4 + 8 * Math.sqrt(bin.count / most), class: 'plot-dot'}))),
    h('figcaption', {class: 'faint'}, t('outcomes.calibration-help')));
}
