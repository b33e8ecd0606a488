/** The plan: what to do, in which order, at what risk, and what came of it. */
import {h, icon, fill, percent, announce} from '../dom.js';
import {t, duration} from '../messages.js';
import {facts, stepBody, troubleView} from '../parts.js';

const FIRST_STEPS = 3;
const RESULTS = [
  ['worked', 'check'],
  ['failed', 'cross'],
  ['skipped', 'chevron'],
];

export function planCard(consultation) {
  const card = h('section', {class: 'card plan', 'aria-labelledby': 'plan-title'});
  const open = new Set();
  const confirmed = new Set();
  let shown = '';
  let unfolded = false;

  function step(one, index, plan) {
    const isOpen = open.has(one.fix);
    const guarded = one.risk === 'high' && !confirmed.has(one.fix);
    const result = consultation.outcomes.get(one.fix);
    const body = isOpen
      ? h(
          'div',
          {class: 'step-body', id: `step-${index}`},
          one.reason ? h('p', {class: 'soft'}, one.reason) : null,
          guarded ? guard(one) : stepBody(one),
          guarded ? null : outcome(one, result),
        )
      : null;
    return [
      h(
        'li',
        {class: `step ${result ?? ''}${isOpen ? ' open' : ''}`},
        h(
          'button',
          {
            type: 'button',
            class: 'step-head',
            'data-key': `step-${one.fix}`,
            'aria-expanded': String(isOpen),
            onclick: () => {
              if (!open.delete(one.fix)) open.add(one.fix);
              draw();
            },
          },
          h('span', {class: 'step-number', 'aria-hidden': 'true'}, result === 'worked' ? icon('check') : index + 1),
          h(
            'span',
            {class: 'grow'},
            h('span', {class: 'step-title'}, one.title),
            h(
              'span',
              {class: 'step-tags'},
              h('span', {class: 'faint'}, t(one.kind === 'check' ? 'plan.confirms' : 'plan.helps', {p: percent(one.probabilityItHelps)})),
              one.kind === 'check'
                ? h('span', {class: 'badge info'}, t('plan.check'))
                : one.unconfirmed
                  ? h('span', {class: 'badge'}, t('plan.trial'))
                  : null,
              one.weakensSecurity ? h('span', {class: 'badge bad'}, t('plan.weakens')) : null,
            ),
          ),
          icon('chevron'),
        ),
        h('div', {class: 'step-facts'}, facts(one)),
        body,
      ),
      index + 1 === plan.escalateAfter && plan.escalateAfter < plan.steps.length
        ? h('li', {class: 'escalate'}, icon('warn'), t('plan.escalate'))
        : null,
    ];
  }

  /** High risk: the way back and the warning come first, and nothing can be copied before they are accepted. */
  function guard(one) {
    const tick = h('input', {
      type: 'checkbox',
      id: `sure-${one.fix}`,
      onchange: () => {
        go.disabled = !tick.checked;
      },
    });
    const go = h(
      'button',
      {
        type: 'button',
        class: 'button danger',
        disabled: true,
        onclick: () => {
          confirmed.add(one.fix);
          draw();
        },
      },
      t('plan.show-anyway'),
    );
    return h(
      'div',
      {class: 'guard'},
      one.warning ? h('div', {class: 'note warn'}, h('strong', {}, `${t('step.warning')} `), one.warning) : null,
      one.undo ? h('div', {class: 'note undo'}, h('strong', {}, `${t('step.undo')} `), one.undo) : null,
      h('label', {class: 'tick', for: tick.id}, tick, h('span', {}, t('plan.understood'))),
      go,
    );
  }

  function outcome(one, result) {
    return h(
      'div',
      {class: 'outcome'},
      h('span', {class: 'label', id: `outcome-${one.fix}`}, t(one.kind === 'check' ? 'outcome.ask-check' : 'outcome.ask')),
      h(
        'div',
        {class: 'row wrap', role: 'group', 'aria-labelledby': `outcome-${one.fix}`},
        RESULTS.map(([name, mark]) =>
          h(
            'button',
            {
              type: 'button',
              class: 'button small',
              'data-key': `outcome-${one.fix}-${name}`,
              'aria-pressed': String(result === name),
              onclick: async () => {
                try {
                  await consultation.outcome(one, name);
                  announce(t('outcome.thanks'));
                  next(one, name);
                } catch (failure) {
                  consultation.outcomes.delete(one.fix);
                  draw();
                  card.prepend(troubleView(failure));
                }
              },
            },
            icon(mark),
            t(`outcome.${name}${one.kind === 'check' ? '-check' : ''}`),
          ),
        ),
      ),
      result ? h('p', {class: 'faint'}, t(`outcome.${result}.said`)) : null,
    );
  }

  const plan = () => consultation.answer?.plan;

  /** Beyond the point where handing on is better, steps are shown only to whoever asks; never those that were begun. */
  function shownSteps(made) {
    if (unfolded) return made.steps.length;
    const touched = made.steps.findLastIndex((one) => open.has(one.fix) || consultation.outcomes.has(one.fix)) + 1;
    return Math.max(FIRST_STEPS, made.escalateAfter ?? 0, touched);
  }

  const further = (count) =>
    h(
      'div',
      {class: 'pad-foot further'},
      h(
        'button',
        {
          type: 'button',
          class: 'button quiet small',
          'data-key': 'more-steps',
          onclick: () => {
            unfolded = true;
            draw();
          },
        },
        icon('plus'),
        t('plan.more', {n: count}),
      ),
    );

  function next(one, name) {
    if (name === 'worked' && one.kind !== 'check') return draw();
    const steps = plan().steps;
    const following = steps[steps.indexOf(steps.find((step) => step.fix === one.fix)) + 1];
    open.delete(one.fix);
    if (following) open.add(following.fix);
    draw();
  }

  function draw() {
    const made = plan();
    card.dataset.empty = String(!made?.steps.length);
    if (!made?.steps.length) return fill(card);
    const key = made.steps.map((one) => one.fix).join();
    if (key !== shown) {
      shown = key;
      unfolded = false;
      open.clear();
      if (consultation.answer.status !== 'undetermined') open.add(made.steps[0].fix);
    }
    fill(
      card,
      h(
        'div',
        {class: 'row apart wrap pad-head'},
        h('h2', {id: 'plan-title'}, t('plan.title')),
        h('span', {class: 'faint'}, t('plan.expected', {time: duration(made.expectedMinutes)})),
      ),
      h(
        'ol',
        {class: 'steps'},
        made.steps.slice(0, shownSteps(made)).map((one, index) => step(one, index, made)),
      ),
      shownSteps(made) < made.steps.length ? further(made.steps.length - shownSteps(made)) : null,
    );
  }

  consultation.addEventListener('change', draw);
  draw();
  return card;
}
