/** Coverage: which symptoms the rules of an area read, what no case reaches, and codes that nobody has explained. */
import {h, fill} from '../dom.js';
import {t, number} from '../messages.js';
import {get, once} from '../api.js';
import {loading, troubleView} from '../parts.js';
import {vocabulary, shortName} from '../diagnose/vocabulary.js';
import {withKey, pageHead} from './key.js';
import {workspace} from './workspace.js';
import {rulesOf} from './dryrun.js';
import {heatMap} from './heatmap.js';
import {table, foldedList} from './tables.js';

const head = () => pageHead(t('coverage.title'), t('coverage.lead'));

/** Running all cases takes the service a while, so its report is asked for once for each release. */
const reports = new Map();

export async function show(main, here) {
  await withKey(main, head, async (page) => {
    fill(page, head(), loading());
    await Promise.all([workspace.open(), vocabulary()]);
    const map = h('section', {class: 'card pad stack'});
    const gaps = h('section', {class: 'card pad stack'}, h('h2', {}, t('coverage.report')), loading(t('coverage.running')));
    const field = h('div', {class: 'stack wide'});
    fill(page, head(), h('div', {class: 'stack wide'}, map, gaps, field));
    drawMap(map, here.rest[0], null);
    await Promise.all([drawGaps(gaps, (report) => drawMap(map, here.rest[0], report)), drawField(field)]);
  });
}

function areasOf(report) {
  const fires = new Map((report?.rules ?? []).map((rule) => [rule.rule, rule.fires]));
  const areas = new Map();
  for (const path of workspace.paths.filter((one) => /^rules\/[^/]+\/[^/]+\.drl$/.test(one))) {
    const [, area, file] = path.split('/');
    const rules = rulesOf(workspace.text(path)).map((rule) => ({
      name: rule.name,
      symptoms: [...new Set(rule.conditions.map((one) => one.id))],
      fires: fires.get(rule.name) ?? 0,
    }));
    areas.set(area, [...(areas.get(area) ?? []), {cause: file.replace('.drl', ''), path, rules}]);
  }
  return areas;
}

function drawMap(map, area, report) {
  const areas = areasOf(report);
  const wanted = areas.has(area) ? area : [...areas.keys()][0];
  const select = h(
    'select',
    {
      id: 'area',
      'data-key': 'area',
      onchange: () => {
        location.hash = `#/coverage/${select.value}`;
      },
    },
    [...areas.keys()].map((one) => h('option', {value: one, selected: one === wanted}, one)),
  );
  const picture = h('div', {});
  let byCases = false;
  const modes = h('div', {class: 'segments', role: 'group', 'aria-label': t('coverage.counts')});
  function draw() {
    fill(
      modes,
      [
        [false, 'coverage.by-rules'],
        [true, 'coverage.by-cases'],
      ].map(([cases, words]) =>
        h(
          'button',
          {
            type: 'button',
            'data-key': words,
            'aria-pressed': String(byCases === cases),
            disabled: cases && !report,
            onclick: () => {
              byCases = cases;
              draw();
            },
          },
          t(words),
        ),
      ),
    );
    fill(
      picture,
      wanted ? heatMap(areas.get(wanted), byCases ? (rule) => rule.fires : () => 1) : h('p', {class: 'soft'}, t('coverage.no-rules')),
    );
  }
  draw();
  fill(
    map,
    h(
      'div',
      {class: 'row apart wrap'},
      h('h2', {}, t('coverage.map')),
      h('div', {class: 'row wrap'}, modes, h('div', {class: 'row'}, h('label', {for: 'area'}, t('coverage.area')), select)),
    ),
    picture,
  );
}

async function drawGaps(gaps, arrived) {
  try {
    if (!reports.has(workspace.base)) reports.set(workspace.base, await get('/v1/coverage'));
    const {coverage, unreadCodes} = reports.get(workspace.base);
    const rule = (one) => h('a', {class: 'mono', href: `#/rules/${one.file}?line=${one.line}`}, one.rule);
    const places = new Map(coverage.rules.map((one) => [one.rule, one]));
    const titles = new Map((await once('/v1/causes')).map((one) => [one.id, one.title]));
    fill(
      gaps,
      h('h2', {}, t('coverage.report')),
      h('p', {class: 'faint'}, t('coverage.report-help')),
      foldedList(
        t('coverage.never-fired'),
        '',
        coverage.neverFired.map((name) => (places.has(name) ? rule(places.get(name)) : name)),
      ),
      foldedList(
        t('coverage.unreached'),
        t('coverage.unreached-help'),
        coverage.unreached.map((one) => [
          rule(one),
          ' ',
          one.condition,
          ' ',
          h('span', {class: 'badge'}, t(one.holdsNever ? 'coverage.holds-never' : 'coverage.holds-always')),
        ]),
      ),
      foldedList(
        t('coverage.unreachable'),
        t('coverage.unreachable-help'),
        coverage.unreachable.map((id) => titles.get(id) ?? id),
      ),
      foldedList(
        t('coverage.unread'),
        '',
        coverage.unread.map((id) => [shortName(id), ' ', h('span', {class: 'mono faint'}, id)]),
      ),
      foldedList(
        t('coverage.codes'),
        t('coverage.codes-help'),
        unreadCodes.map((one) => [codeLink(one.code), ' ', h('span', {class: 'faint'}, t('coverage.times', {n: number(one.times)}))]),
      ),
    );
    arrived(coverage);
  } catch (failure) {
    fill(
      gaps,
      h('h2', {}, t('coverage.report')),
      troubleView(failure, () => drawGaps(gaps, arrived)),
    );
  }
}

const codeLink = (code) => h('a', {class: 'mono', href: `#/catalogue/codes/${encodeURIComponent(code)}`}, code);

/** What real diagnoses did with the rules, apart from the cases that authors wrote. */
async function drawField(field) {
  fill(field, loading());
  try {
    const [hits, codes] = await Promise.all([get('/v1/statistics/rules'), get('/v1/statistics/codes')]);
    fill(
      field,
      h(
        'section',
        {class: 'card pad stack'},
        h('h2', {}, t('coverage.field')),
        table(
          t('coverage.field'),
          [
            {title: t('coverage.rule'), cell: (one) => h('span', {class: 'mono'}, one.what)},
            {title: t('coverage.fired'), isNumber: true, cell: (one) => number(one.times)},
          ],
          hits.hits,
        ),
        foldedList(
          t('coverage.never'),
          t('coverage.never-help'),
          hits.never.map((name) => h('span', {class: 'mono'}, name)),
        ),
        foldedList(
          t('coverage.unknown-codes'),
          '',
          codes.unknown.map((one) => [h('span', {class: 'mono'}, one.what), ' ', t('coverage.times', {n: number(one.times)})]),
        ),
        foldedList(
          t('coverage.unanswered'),
          t('coverage.unanswered-help'),
          codes.unanswered.map((one) => [h('span', {class: 'mono'}, one.what), ' ', t('coverage.times', {n: number(one.times)})]),
        ),
      ),
    );
  } catch (failure) {
    fill(
      field,
      h(
        'section',
        {class: 'card pad'},
        troubleView(failure, () => drawField(field)),
      ),
    );
  }
}
