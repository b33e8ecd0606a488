/** Outcomes: what helped, how long it took, whether the probabilities mean what they say, and where a diagnosis was wrong. */
import {h, fill, percent} from '../dom.js';
import {t, number, duration} from '../messages.js';
import {get, post, once} from '../api.js';
import {workspace} from './workspace.js';
import {empty, loading, troubleView} from '../parts.js';
import {vocabulary, shortName, valueLabel} from '../diagnose/vocabulary.js';
import {withKey, pageHead} from './key.js';
import {table} from './tables.js';
import {calibrationPlot, shareBar} from './plots.js';

const PERIODS = ['30', '90', '365'];

/** Below and above these the mix of symptoms is commonly said to have changed little and much. */
const LITTLE = 0.1;
const MUCH = 0.25;

let days = '90';

export async function show(main) {
  const head = () => pageHead(t('outcomes.title'), t('outcomes.lead'));
  await withKey(main, head, (page) => draw(page));
}

async function draw(page) {
  const choice = h(
    'select',
    {
      id: 'period',
      class: 'period',
      onchange: () => {
        days = choice.value;
        draw(page).catch((failure) =>
          fill(
            body,
            troubleView(failure, () => draw(page)),
          ),
        );
      },
    },
    PERIODS.map((value) => h('option', {value, selected: value === days}, t('outcomes.days', {n: value}))),
  );
  const body = h('div', {}, loading());
  fill(
    page,
    pageHead(t('outcomes.title'), t('outcomes.lead'), h('label', {class: 'offscreen', for: 'period'}, t('outcomes.period')), choice),
    body,
  );
  const ask = (part) => get(`/v1/statistics/${part}?days=${days}`);
  const [fixes, causes, calibration, wrong, drift, allCauses, allFixes] = await Promise.all([
    ask('fixes'),
    ask('causes'),
    ask('calibration'),
    get('/v1/statistics/wrong?limit=50'),
    get('/v1/statistics/drift'),
    once('/v1/causes'),
    once('/v1/fixes'),
    vocabulary(),
  ]);
  const name = titles(allCauses, allFixes);
  if (!calibration.answers && !fixes.length)
    return fill(body, h('div', {class: 'card'}, empty(t('outcomes.none'), t('outcomes.none.text'))));
  return fill(
    body,
    h(
      'div',
      {class: 'stack wide'},
      tiles(calibration, causes),
      card('fixes', 'fixes-help', fixTable(fixes, name)),
      card('calibration', '', h('div', {class: 'beside'}, calibrationPlot(calibration.reliable.bins), binTable(calibration.reliable.bins))),
      card('wrong', 'wrong-help', wrongTable(wrong, name)),
      card('causes', '', causeTable(causes, name)),
      card('drift', '', driftPart(drift)),
    ),
  );
}

function titles(causes, fixes) {
  const all = new Map([...causes.map((one) => [`causes/${one.id}`, one.title]), ...fixes.map((one) => [`fixes/${one.id}`, one.title])]);
  return (kind, id) =>
    all.has(`${kind}/${id}`)
      ? h('a', {class: 'plain-link', href: `#/catalogue/${kind}/${id}`}, all.get(`${kind}/${id}`))
      : h('span', {class: 'mono'}, id);
}

const card = (part, help, ...content) =>
  h(
    'section',
    {class: 'card pad stack'},
    h('div', {}, h('h2', {}, t(`outcomes.${part}`)), help ? h('p', {class: 'faint'}, t(`outcomes.${help}`)) : null),
    content,
  );

function tiles(calibration, causes) {
  const confirmed = causes.reduce((sum, one) => sum + one.confirmed, 0);
  const right = causes.reduce((sum, one) => sum + one.right, 0);
  const tile = (title, value) => h('div', {class: 'metric'}, h('span', {class: 'label'}, title), h('strong', {class: 'number'}, value));
  return h(
    'div',
    {class: 'metrics'},
    tile(t('outcomes.confirmed'), number(confirmed)),
    tile(t('outcomes.right'), confirmed ? percent(right / confirmed) : '–'),
    tile(t('outcomes.off'), percent(calibration.reliable.error)),
    tile(t('outcomes.chance'), percent(calibration.reliable.noise)),
  );
}

const count = (value) => number(Math.round(value * 10) / 10);

const fixTable = (fixes, name) =>
  table(
    t('outcomes.fixes'),
    [
      {title: t('outcomes.fix'), cell: (one) => name('fixes', one.fix)},
      {title: t('coverage.cause'), cell: (one) => name('causes', one.cause)},
      {title: t('outcomes.tried'), isNumber: true, cell: (one) => count(one.tried)},
      {title: t('outcomes.worked'), cell: shareBar},
      {title: t('outcomes.time'), isNumber: true, cell: (one) => (one.minutes ? duration(one.minutes) : '–')},
    ],
    fixes,
  );

const causeTable = (causes, name) =>
  table(
    t('outcomes.causes'),
    [
      {title: t('coverage.cause'), cell: (one) => name('causes', one.cause)},
      {title: t('outcomes.said-first'), isNumber: true, cell: (one) => number(one.first)},
      {title: t('outcomes.was'), isNumber: true, cell: (one) => count(one.was)},
      {title: t('outcomes.was-confirmed'), isNumber: true, cell: (one) => number(one.confirmed)},
      {title: t('outcomes.was-right'), isNumber: true, cell: (one) => number(one.right)},
    ],
    [...causes].sort((a, b) => b.confirmed - a.confirmed || b.first - a.first),
  );

const binTable = (bins) =>
  table(
    t('outcomes.calibration'),
    [
      {title: t('outcomes.said'), isNumber: true, cell: (bin) => percent(bin.confidence)},
      {title: t('outcomes.held'), isNumber: true, cell: (bin) => percent(bin.right)},
      {title: t('outcomes.reach'), isNumber: true, cell: (bin) => `${percent(bin.low)} – ${percent(bin.high)}`},
      {title: t('count.cases'), isNumber: true, cell: (bin) => number(bin.cases)},
    ],
    bins.filter((bin) => bin.cases),
  );

/** Diagnoses whose confirmed cause was another one, each with the way to look at it. */
const wrongTable = (wrong, name) =>
  table(
    t('outcomes.wrong'),
    [
      {
        title: t('outcomes.said-first'),
        cell: (one) => [name('causes', one.first), ' ', h('span', {class: 'soft number'}, percent(one.probability))],
      },
      {title: t('outcomes.truly'), cell: (one) => name('causes', one.confirmed)},
      {
        title: '',
        cell: (one) =>
          h(
            'span',
            {class: 'row wrap wrong-actions'},
            h('a', {class: 'button small', href: `#/case/${one.diagnosis}`}, t('action.open')),
            h(
              'button',
              {type: 'button', class: 'button small', onclick: (event) => makeCase(one.diagnosis, event.currentTarget.closest('td'))},
              t('outcomes.make-case'),
            ),
          ),
      },
    ],
    wrong,
  );

function driftPart(drift) {
  const said = drift.index < LITTLE ? 'little' : drift.index < MUCH ? 'some' : 'much';
  const words = h('p', {}, t(`outcomes.drift-${said}`));
  if (said === 'little') return words;
  const shown = (pair) => {
    const [id, ...value] = pair.split('=');
    return `${shortName(id)}: ${valueLabel(id, value.join('='))}`;
  };
  const columns = [
    {title: t('outcomes.symptom'), cell: (one) => shown(one.symptom)},
    {title: t('outcomes.before'), isNumber: true, cell: (one) => percent(one.before)},
    {title: t('outcomes.now'), isNumber: true, cell: (one) => percent(one.now)},
  ];
  const shifts = drift.shifts.filter((one) => !one.symptom.startsWith('text.resembles'));
  return [words, table(t('outcomes.drift'), columns, shifts)];
}

/** Puts the case file of a wrong diagnosis into the draft, so that the next release is held to it. */
async function makeCase(id, place) {
  try {
    const file = await post(`/v1/diagnoses/${id}/case`, {});
    await workspace.open();
    workspace.add(file.path, file.text);
    location.hash = `#/rules/${file.path}`;
  } catch (failure) {
    place.append(troubleView(failure));
  }
}
