/** "Why not X?": what speaks against any cause, what nobody has asked for it, and the least that would bring it up. */
import {h, icon, fill, percent} from '../dom.js';
import {t} from '../messages.js';
import {once} from '../api.js';
import {loading, troubleView} from '../parts.js';
import {evidence, wanted, signed} from './evidence.js';

export function whyNot(consultation) {
  const found = h('ul', {class: 'found', 'aria-label': t('whynot.results')});
  const body = h('div', {'aria-live': 'polite'});
  const search = h('input', {id: 'why-not', type: 'search', autocomplete: 'off', placeholder: t('whynot.placeholder'), oninput: async () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    if (!words.length) return fill(found);
    const causes = await once('/v1/causes');
    const hits = causes.filter((cause) => words.every((word) => `${cause.id} ${cause.title}`.toLowerCase().includes(word))).slice(0, 6);
    fill(found, hits.length ? hits.map((cause) => h('li', {}, h('button', {type: 'button', class: 'found-item', onclick: () => explain(cause)}, cause.title))) : h('li', {class: 'soft'}, t('whynot.nothing')));
  }});

  async function explain(cause) {
    fill(found);
    search.value = cause.title;
    fill(body, loading());
    try {
      const answer = await consultation.everyCause();
      const place = answer.causes.findIndex((one) => one.id === cause.id);
      fill(body, place < 0 ? h('p', {class: 'soft'}, t('whynot.tiny')) : verdict(answer, place));
    } catch (failure) {
      fill(body, troubleView(failure, () => explain(cause)));
    }
  }

  consultation.addEventListener('change', () => { if (!consultation.busy) return; fill(body); search.value = ''; });
  return h('details', {class: 'fold pad-foot'}, h('summary', {}, icon('chevron'), t('whynot.title')), h('div', {class: 'field'}, h('label', {for: 'why-not'}, t('whynot.label')), search, found), body);
}

function verdict(answer, place) {
  const cause = answer.causes[place];
  const leader = answer.causes[0];
  return h('div', {class: 'why-not'},
    h('h3', {}, cause.title), h('p', {class: 'soft'}, t('whynot.place', {place: place + 1, of: answer.causes.length, p: percent(cause.probability)})),
    evidence({...cause, evidence: {...cause.evidence, missing: []}}, answer),
    place === 0 ? null : smallestChange(cause, leader));
}

/** Takes the strongest open answers until the cause would pass the leader: a likelihood ratio is a difference in decibans. */
function smallestChange(cause, leader) {
  const gap = Math.ceil(10 * Math.log10(leader.probability / Math.max(cause.probability, 1e-12)));
  const chosen = [];
  let sum = 0;
  for (const item of cause.evidence.missing.filter((one) => one.decibans > 0)) {
    if (sum > gap) break;
    chosen.push(item);
    sum += item.decibans;
  }
  const enough = sum > gap;
  return h('div', {class: `note ${enough ? 'verify' : ''}`},
    h('strong', {}, t(enough ? 'whynot.would' : chosen.length ? 'whynot.not-enough' : 'whynot.never', {gap})),
    h('ul', {class: 'dots'}, chosen.map((item) => h('li', {}, item.question, ' ', h('em', {}, wanted(item)), ' ', h('span', {class: 'number faint'}, t('unit.decibans', {n: signed(item.decibans)}))))));
}
