/** The answer in two lines: how sure it is, the leading cause, and the first step with a way to it. */
import {h, icon, fill, percent} from '../dom.js';
import {t, word, duration} from '../messages.js';

const KIND = {determined: 'good', 'needs-more': 'info', undetermined: 'warn'};

export function verdict(consultation) {
  const line = h('section', {class: 'card verdict', 'aria-label': t('verdict.label')});

  function draw() {
    const answer = consultation.answer;
    if (!answer) return;
    const status = consultation.told ? answer.status : 'nothing';
    const [cause] = answer.causes;
    const step = answer.status === 'undetermined' ? null : answer.plan?.steps[0];
    fill(
      line,
      h(
        'div',
        {class: 'status-line', role: 'status'},
        h('span', {class: `badge ${KIND[status] ?? 'warn'}`}, t(`status.${status}`)),
        h('span', {class: 'soft grow'}, t(`status.${status}.text`)),
        consultation.busy ? h('span', {class: 'spinner', role: 'img', 'aria-label': t('state.diagnosing')}) : null,
      ),
      consultation.told
        ? h(
            'dl',
            {class: 'verdict-lines'},
            h('dt', {}, t('verdict.cause')),
            h('dd', {}, h('strong', {}, cause.title), ' ', h('span', {class: 'number soft'}, percent(cause.probability))),
            step ? [h('dt', {}, t('verdict.step')), h('dd', {}, first(step))] : null,
          )
        : null,
    );
  }

  function first(step) {
    return h(
      'button',
      {
        type: 'button',
        class: 'verdict-step',
        'data-key': 'first-step',
        onclick: () => {
          const head = document.querySelector('.step .step-head');
          if (head?.getAttribute('aria-expanded') === 'false') head.click();
          const shown = document.querySelector('.step .step-head');
          shown?.scrollIntoView({block: 'start', behavior: 'smooth'});
          shown?.focus({preventScroll: true});
        },
      },
      h(
        'span',
        {},
        h('strong', {}, step.title),
        ' ',
        h('span', {class: 'soft'}, `${duration(step.minutes)} · ${t('risk.label', {risk: word('risk', step.risk)})}`),
      ),
      icon('chevron'),
    );
  }

  consultation.addEventListener('change', draw);
  draw();
  return line;
}
