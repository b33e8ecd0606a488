/** Outcomes: what helped, how long it took, whether the probabilities mean what they say, and where a diagnosis was wrong. */
import {h, fill} from '../dom.js';
import {t} from '../messages.js';
import {get, Trouble} from '../api.js';
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
  return h('section', {class: 'card pad stack'}, h('h2', {}, t(`outcomes.${part}`)), failure ? troubleView(failure) : [bins.length ? calibrationPlot(bins) : null, dataTable(answer)]);
}

function binsOf(answer) {
  const list = Array.isArray(answer) ? answer : Object.values(answer).find(Array.isArray) ?? [];
  return list.map((bin) => ({said: bin.predicted ?? bin.said ?? bin.probability, held: bin.observed ?? bin.held ?? bin.frequency, count: bin.count ?? bin.cases ?? 0})).filter((bin) => typeof bin.said === 'number' && typeof bin.held === 'number');
}
