/** Outcomes: what helped, how long it took, whether the probabilities mean what they say, and where a diagnosis was wrong. */
import {h, fill, percent} from '../dom.js';
import {t} from '../messages.js';
import {get, post, Trouble} from '../api.js';
import {workspace} from './workspace.js';
import {empty, loading, troubleView} from '../parts.js';
import {withKey, pageHead} from './key.js';
import {dataTable, calibrationPlot} from './plots.js';

const PARTS = ['fixes', 'causes', 'calibration', 'wrong', 'drift'];
const head = () => pageHead(t('outcomes.title'), t('outcomes.lead'));

export async function show(main) {
  await withKey(main, head, async (page) => {
    fill(page, head(), loading());
    const answers = await Promise.all(PARTS.map((part) => get(`/v1/statistics/${part}`).then((answer) => ({part, answer}), (failure) => ({part, failure}))));
    const refused = answers.find((one) => one.failure instanceof Trouble && [401, 403].includes(one.failure.status));
    if (refused) throw refused.failure;
    const there = answers.filter((one) => !(one.failure instanceof Trouble && one.failure.status === 404));
    fill(page, head(), there.length ? h('div', {class: 'stack wide'}, there.map(section)) : h('div', {class: 'card'}, empty(t('outcomes.none'), t('outcomes.none.text'))));
  });
}

function section({part, answer, failure}) {
  const bins = part === 'calibration' && answer ? binsOf(answer) : [];
  return h('section', {class: 'card pad stack'}, h('h2', {}, t(`outcomes.${part}`)), failure ? troubleView(failure) : [bins.length ? calibrationPlot(bins) : null, part === 'wrong' && Array.isArray(answer) ? wrongList(answer) : dataTable(answer)]);
}

function binsOf(answer) {
  const list = answer.reliable?.bins ?? [];
  return list.map((bin) => ({said: bin.confidence, held: bin.right, count: bin.cases})).filter((bin) => typeof bin.said === 'number' && typeof bin.held === 'number');
}

/** Diagnoses whose confirmed cause was another one, each with the way to look at it. */
function wrongList(list) {
  if (!list.length) return dataTable(list);
  return h('ul', {}, list.map((one) => h('li', {class: 'line row apart wrap'},
    h('span', {}, h('span', {class: 'mono'}, one.first), ` (${percent(one.probability)}) → `, h('strong', {class: 'mono'}, one.confirmed)),
    h('span', {class: 'row'}, h('a', {class: 'button small', href: `#/case/${one.diagnosis}`}, t('action.open')),
      h('button', {type: 'button', class: 'button small', onclick: (event) => makeCase(one.diagnosis, event.currentTarget.closest('li'))}, t('outcomes.make-case'))))));
}

/** Puts the case file of a wrong diagnosis into the draft, so that the next release is held to it. */
async function makeCase(id, line) {
  try {
    const file = await post(`/v1/diagnoses/${id}/case`, {});
    await workspace.open();
    workspace.add(file.path, file.text);
    location.hash = `#/rules/${file.path}`;
  } catch (failure) {
    line.append(troubleView(failure));
  }
}
