/** "Why not X?": the rules that did not fire for a cause, what kept each from it, and the least that would bring it up. */
import {h, icon, fill, percent} from '../dom.js';
import {t} from '../messages.js';
import {once} from '../api.js';
import {loading, troubleView} from '../parts.js';
import {evidence, signed} from './evidence.js';
import {vocabulary, inWords, definition, valueLabel} from './vocabulary.js';

const MOST_RULES = 4;
const MARKS = {true: 'good', false: 'bad', unknown: ''};

export function whyNot(consultation) {
  const found = h('ul', {class: 'found', 'aria-label': t('whynot.results')});
  const body = h('div', {'aria-live': 'polite'});
  const search = h('input', {
    id: 'why-not',
    type: 'search',
    autocomplete: 'off',
    placeholder: t('whynot.placeholder'),
    oninput: async () => {
      const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
      if (!words.length) return fill(found);
      const causes = await once('/v1/causes').catch(() => []);
      const hits = causes.filter((cause) => words.every((word) => `${cause.id} ${cause.title}`.toLowerCase().includes(word))).slice(0, 6);
      return fill(
        found,
        hits.length
          ? hits.map((cause) => h('li', {}, h('button', {type: 'button', class: 'found-item', onclick: () => explain(cause)}, cause.title)))
          : h('li', {class: 'soft'}, t('whynot.nothing')),
      );
    },
  });

  async function explain(cause) {
    fill(found);
    search.value = cause.title;
    fill(body, loading());
    try {
      const [told] = await Promise.all([consultation.whyNot(cause.id), vocabulary()]);
      fill(body, told ? verdict(consultation, cause, told) : h('p', {class: 'soft'}, t('whynot.not-kept')));
    } catch (failure) {
      fill(
        body,
        troubleView(failure, () => explain(cause)),
      );
    }
  }

  consultation.addEventListener('change', () => {
    if (consultation.busy) {
      fill(body);
      search.value = '';
    }
  });
  return h(
    'details',
    {class: 'fold pad-foot why-not-fold'},
    h('summary', {}, icon('chevron'), t('whynot.title')),
    h('div', {class: 'field'}, h('label', {for: 'why-not'}, t('whynot.label')), search, h('p', {class: 'faint'}, t('whynot.keeps')), found),
    body,
  );
}

function verdict(consultation, cause, told) {
  const {answer} = consultation;
  const place = answer.causes.findIndex((one) => one.id === cause.id);
  const listed = answer.causes[place];
  return h(
    'div',
    {class: 'why-not'},
    h('h3', {}, cause.title),
    h('p', {class: 'soft'}, listed ? t('whynot.place', {place: place + 1, p: percent(listed.probability)}) : t('whynot.unlisted')),
    listed ? evidence({...listed, evidence: {...listed.evidence, missing: []}}, answer) : null,
    told.smallestChange ? change(consultation, told.smallestChange) : h('p', {class: 'note'}, t('whynot.never')),
    rules(told.rules),
  );
}

/** The fewest observations that would make a rule speak for it, each with a button that says it was seen. */
function change(consultation, least) {
  return h(
    'div',
    {class: 'note verify stack'},
    h('strong', {}, t('whynot.would', {n: signed(least.decibans)})),
    h(
      'ul',
      {class: 'plain-list'},
      least.reports.map((report) =>
        h(
          'li',
          {class: 'row apart wrap'},
          h(
            'span',
            {class: 'grow'},
            definition(report.symptom)?.question ?? inWords(report.text),
            ' ',
            report.value ? h('strong', {}, valueLabel(report.symptom, report.value)) : h('span', {}, inWords(report.text)),
          ),
          report.value
            ? h(
                'button',
                {type: 'button', class: 'button small', onclick: () => consultation.say(report.symptom, report.value)},
                icon('check'),
                t('whynot.so'),
              )
            : null,
        ),
      ),
    ),
  );
}

function rules(list) {
  if (!list.length) return null;
  const line = (rule) =>
    h(
      'li',
      {},
      h(
        'div',
        {class: 'row apart'},
        h('span', {class: 'grow fall-reason'}, rule.reason),
        h('span', {class: `badge number ${rule.decibans > 0 ? 'good' : 'plain-against'}`}, signed(rule.decibans)),
      ),
      h(
        'ul',
        {class: 'held'},
        rule.conditions.map((held) =>
          h(
            'li',
            {class: 'row'},
            h('span', {class: `badge ${MARKS[held.truth]}`}, t(`whynot.${held.truth}`)),
            h('span', {class: 'soft'}, inWords(held.text)),
          ),
        ),
      ),
    );
  const rest = list.slice(MOST_RULES);
  return h(
    'div',
    {},
    h('h4', {class: 'label'}, t('whynot.rules')),
    h('ul', {class: 'silent-rules'}, list.slice(0, MOST_RULES).map(line)),
    rest.length
      ? h(
          'details',
          {class: 'fold'},
          h('summary', {}, icon('chevron'), t('evidence.more', {n: rest.length})),
          h('ul', {class: 'silent-rules'}, rest.map(line)),
        )
      : null,
  );
}
