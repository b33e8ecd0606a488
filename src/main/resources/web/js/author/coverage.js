/** Coverage: which symptoms the rules of an area read, rules that no case reaches, and codes that nobody has explained. */
import {h, fill} from '../dom.js';
import {t, number} from '../messages.js';
import {get, once, Trouble} from '../api.js';
import {loading, troubleView} from '../parts.js';
import {withKey, pageHead} from './key.js';
import {workspace} from './workspace.js';
import {rulesOf} from './dryrun.js';
import {dataTable} from './plots.js';

const head = () => pageHead(t('coverage.title'), t('coverage.lead'));

export async function show(main, here) {
  await withKey(main, head, async (page) => {
    fill(page, head(), loading());
    await workspace.open();
    await once('/v1/symptoms');
    const areas = new Map();
    for (const path of workspace.paths.filter((one) => one.endsWith('.drl'))) {
      const [, area, file] = path.split('/');
      if (!file) continue;
      if (!areas.has(area)) areas.set(area, []);
      areas.get(area).push({cause: file.replace('.drl', ''), path, rules: rulesOf(workspace.text(path))});
    }
    const wanted = areas.has(here.rest[0]) ? here.rest[0] : [...areas.keys()][0];
    const select = h('select', {id: 'area', onchange: () => { location.hash = `#/coverage/${select.value}`; }}, [...areas.keys()].map((area) => h('option', {value: area, selected: area === wanted}, area)));
    const more = h('div', {class: 'stack wide'}, loading());
    fill(page, head(), h('section', {class: 'card pad stack'}, h('div', {class: 'row apart wrap'}, h('h2', {}, t('coverage.map')), h('div', {class: 'row'}, h('label', {for: 'area'}, t('coverage.area')), select)), wanted ? heatMap(areas.get(wanted)) : h('p', {class: 'soft'}, t('coverage.no-rules'))), more);
    reports(more);
  });
}

function heatMap(files) {
  const totals = new Map();
  for (const file of files) for (const rule of file.rules) for (const id of new Set(rule.conditions.map((one) => one.id))) totals.set(id, (totals.get(id) ?? 0) + 1);
  const columns = [...totals].sort((a, b) => b[1] - a[1]).map(([id]) => id);
  const most = Math.max(1, ...files.flatMap((file) => columns.map((id) => count(file, id))));
  return h('div', {class: 'scroll-x heat', tabindex: '0', role: 'region', 'aria-label': t('coverage.map')}, h('table', {},
    h('caption', {class: 'offscreen'}, t('coverage.map')),
    h('thead', {}, h('tr', {}, h('th', {scope: 'col'}, t('coverage.cause')), columns.map((id) => h('th', {scope: 'col', class: 'turned'}, h('span', {}, id))))),
    h('tbody', {}, files.map((file) => h('tr', {}, h('th', {scope: 'row'}, h('a', {class: 'mono', href: `#/rules/${file.path}`}, file.cause)), columns.map((id) => cell(count(file, id), most)))))));
}

const count = (file, id) => file.rules.filter((rule) => rule.conditions.some((one) => one.id === id)).length;

function cell(value, most) {
  if (!value) return h('td', {class: 'heat-cell', 'aria-label': '0'});
  const share = Math.round((0.25 + 0.75 * (value / most)) * 100);
  return h('td', {class: `heat-cell number ${share > 62 ? 'deep' : ''}`, style: {'background-color': `color-mix(in srgb, var(--accent) ${share}%, var(--surface))`}}, number(value));
}

/** What only the service can say; each part stands alone, so that one that is not there yet hides no other. */
async function reports(more) {
  const parts = await Promise.all([['coverage.report', '/v1/coverage'], ['coverage.never', '/v1/statistics/rules'], ['coverage.codes', '/v1/statistics/codes']].map(async ([title, path]) => {
    try {
      return h('section', {class: 'card pad stack'}, h('h2', {}, t(title)), dataTable(await get(path)));
    } catch (failure) {
      if (failure instanceof Trouble && failure.status === 404) return null;
      return h('section', {class: 'card pad stack'}, h('h2', {}, t(title)), troubleView(failure));
    }
  }));
  fill(more, parts);
}
