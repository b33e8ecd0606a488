/** Small parts that several views share: the states that every view has, badges, commands and sources. */
import {h, icon, copyButton} from './dom.js';
import {t, word, duration} from './messages.js';
import {Trouble} from './api.js';

export function loading(text = t('state.loading')) {
  return h('div', {class: 'state', role: 'status'}, h('span', {class: 'spinner', 'aria-hidden': 'true'}), h('span', {}, text));
}

export function empty(title, text, ...actions) {
  return h(
    'div',
    {class: 'state empty'},
    h('h2', {}, title),
    h('p', {class: 'soft'}, text),
    actions.length ? h('div', {class: 'row wrap'}, actions) : null,
  );
}

/** Says what went wrong and what to do, never in the words of a program. */
export function troubleView(failure, again) {
  const known = failure instanceof Trouble;
  if (!known) console.error(failure);
  const offline = known && failure.kind === 'offline';
  const title = offline ? t('trouble.offline-title') : known && failure.problem.title ? failure.problem.title : t('trouble.title');
  const detail = offline
    ? t('trouble.offline')
    : known
      ? [failure.problem.detail, failure.problem.hint].filter(Boolean).join(' ')
      : t('trouble.unexpected');
  return h(
    'div',
    {class: 'banner bad', role: 'alert'},
    icon('warn'),
    h(
      'div',
      {},
      h('strong', {}, title),
      h('p', {}, detail),
      again ? h('button', {type: 'button', class: 'button small', onclick: again}, t('state.again')) : null,
    ),
  );
}

export function riskBadge(risk) {
  return h('span', {class: `badge ${risk}`}, icon('shield'), t('risk.label', {risk: word('risk', risk)}));
}

/** Where, who and how long, as one quiet line. */
export function facts(step) {
  return h(
    'ul',
    {class: 'facts', 'aria-label': t('step.facts')},
    h('li', {}, icon('place'), word('where', step.where)),
    h('li', {}, icon('person'), word('privilege', step.privilege)),
    h('li', {}, icon('clock'), duration(step.minutes)),
    h('li', {}, riskBadge(step.risk)),
  );
}

export function commands(list) {
  return list.map((command) =>
    h(
      'div',
      {class: 'command'},
      h(
        'div',
        {class: 'row apart command-head'},
        h('span', {class: 'faint'}, word('shell', command.shell)),
        copyButton(command.text, t('action.copy'), t('action.copied')),
      ),
      h('pre', {tabindex: '0', role: 'region', 'aria-label': t('step.command')}, h('code', {}, command.text)),
    ),
  );
}

/** What copied articles say about a cause, and what is true. */
export function corrections(lines) {
  if (!lines?.length) return null;
  return h(
    'div',
    {class: 'note'},
    h('strong', {}, t('cause.corrections')),
    h(
      'ul',
      {class: 'dots'},
      lines.map((line) => h('li', {}, line)),
    ),
  );
}

/** A source is a citation with its address in angle brackets, or a title with an address. */
export function sources(list) {
  if (!list?.length) return null;
  return h(
    'div',
    {class: 'sources'},
    h('h4', {class: 'label'}, t('cause.sources')),
    h(
      'ul',
      {},
      list.map((source) => h('li', {}, citation(source))),
    ),
  );
}

function citation(source) {
  const text = typeof source === 'string' ? source : `${source.title}${source.url ? ` <${source.url}>` : ''}`;
  const match = /^(.*?)\s*<(https:\/\/[^>\s]+)>(.*)$/.exec(text);
  if (!match) return text;
  return [h('a', {href: match[2], rel: 'noreferrer noopener', target: '_blank'}, match[1]), match[3]];
}

/** A change or check in full, as plan and catalogue show it. */
export function stepBody(step) {
  const named = (label, text, kind) => (text ? h('div', {class: `note ${kind}`}, h('strong', {}, `${label} `), text) : null);
  return [
    named(t('step.warning'), step.warning, 'warn'),
    step.risk === 'high' ? named(t('step.undo'), step.undo, 'undo') : null,
    step.instructions?.length
      ? h(
          'ol',
          {class: 'instructions'},
          step.instructions.map((line) => h('li', {}, line)),
        )
      : null,
    commands(step.commands ?? []),
    named(t(step.kind === 'check' ? 'step.confirmed' : 'step.verify'), step.verify, 'verify'),
    step.risk === 'high' ? null : named(t('step.undo'), step.undo, 'undo'),
  ];
}
