/** Runs the rules of the text in the editor on one case: which fire, which nearly do, and what keeps the others from it. */
import {h, fill, debounced} from '../dom.js';
import {t} from '../messages.js';
import {post} from '../api.js';

const RULE = /rule\s+"([^"]+)"\s+when([\s\S]*?)\bthen\b/g;
const PATTERN = /(\bnot\s+)?(?:\$\w+\s*:\s*)?Symptom\(([^)]*)\)/g;
const COMPARE = {'==': (a, b) => a === b, '<': (a, b) => a < b, '<=': (a, b) => a <= b, '>': (a, b) => a > b, '>=': (a, b) => a >= b};

export function rulesOf(text) {
  const bare = text.replace(/("[^"\n]*")|\/\/.*$/gm, (whole, string) => string ?? '');
  return [...bare.matchAll(RULE)].map(([, name, when]) => ({name, conditions: [...when.matchAll(PATTERN)].map(condition)}));
}

function condition([text, not, inner]) {
  const id = /\bid\s*==\s*"([^"]*)"/.exec(inner)?.[1] ?? '';
  const tests = [...inner.matchAll(/\bvalue\s*(==|!=)\s*"([^"]*)"/g)].map(
    ([, sign, value]) =>
      (one) =>
        (one.value === value) === (sign === '=='),
  );
  const numbers = [...inner.matchAll(/\bnumber\s*(==|<=|>=|<|>)\s*(-?[\d.]+)/g)].map(
    ([, sign, value]) =>
      (one) =>
        COMPARE[sign](Number(one.value), Number(value)),
  );
  return {
    text: text.replace(/^\$\w+\s*:\s*/, ''),
    not: Boolean(not),
    id,
    test: (one) => one.id === id && [...tests, ...numbers].every((holds) => holds(one)),
  };
}

export function run(rules, symptoms) {
  return rules.map((rule) => {
    const failing = rule.conditions.filter((one) => symptoms.some((symptom) => one.test(symptom)) === one.not);
    return {
      name: rule.name,
      failing,
      state: failing.length === 0 ? 'fired' : failing.length === 1 && rule.conditions.length > 1 ? 'nearly' : 'silent',
    };
  });
}

/** The first case beside a rule file, as lines to try. */
export function firstCase(text) {
  const flow = /symptoms:\s*\{([^}]*)\}/.exec(text)?.[1];
  if (!flow) return '';
  return [...flow.matchAll(/([\w.-]+):\s*(\[[^\]]*\]|"[^"]*"|[^,\s]+)/g)]
    .flatMap(([, id, value]) =>
      value
        .replace(/[[\]"]/g, '')
        .split(',')
        .map((one) => `${id} = ${one.trim()}`),
    )
    .join('\n');
}

export function dryRun(textOf, casesOf) {
  const results = h('div', {class: 'stack', 'aria-live': 'polite'});
  const box = h('textarea', {
    id: 'dry-case',
    rows: '6',
    class: 'mono small-code',
    spellcheck: 'false',
    'aria-describedby': 'dry-help',
    oninput: debounced(300, attempt),
  });
  let opened = '';

  async function attempt() {
    const reported = box.value
      .split('\n')
      .map((line) => /^\s*([\w.-]+)\s*[=:]\s*(.+?)\s*$/.exec(line))
      .filter(Boolean)
      .map(([, id, value]) => ({id, value}));
    const rules = rulesOf(textOf());
    if (!rules.length) return fill(results, h('p', {class: 'soft'}, t('dry.no-rules')));
    let symptoms = reported;
    let trouble = null;
    if (reported.length) {
      try {
        symptoms = (await post('/v1/diagnoses', {symptoms: reported, include: [], limit: 1}, {headers: {Prefer: 'store=no'}})).symptoms;
      } catch (failure) {
        trouble = h('p', {class: 'note warn'}, failure.problem?.detail ?? t('trouble.title'));
      }
    }
    const ran = run(rules, symptoms);
    return fill(
      results,
      trouble,
      ['fired', 'nearly', 'silent'].map((state) =>
        group(
          state,
          ran.filter((one) => one.state === state),
        ),
      ),
    );
  }

  function group(state, list) {
    if (!list.length) return null;
    return h(
      'details',
      {class: 'fold', open: state !== 'silent'},
      h(
        'summary',
        {},
        h('span', {class: `badge ${{fired: 'good', nearly: 'warn', silent: ''}[state]}`}, t(`dry.${state}`)),
        ' ',
        list.length,
      ),
      h(
        'ul',
        {class: 'dry-list'},
        list.map((one) =>
          h(
            'li',
            {},
            h('strong', {class: 'mono'}, one.name.split('/').at(-1)),
            one.failing.map((condition) =>
              h('div', {class: 'faint mono'}, t(condition.not ? 'dry.holds' : 'dry.lacks'), ' ', condition.text),
            ),
          ),
        ),
      ),
    );
  }

  const element = h(
    'section',
    {class: 'card pad stack'},
    h('h2', {}, t('dry.title')),
    h('p', {class: 'faint', id: 'dry-help'}, t('dry.help')),
    h('div', {class: 'field'}, h('label', {for: 'dry-case'}, t('dry.case')), box),
    results,
  );
  return {
    element,
    update: debounced(400, attempt),
    open(path) {
      if (path !== opened) {
        opened = path;
        box.value = firstCase(casesOf());
        attempt();
      }
    },
  };
}
