/** The question whose answer would tell most, why it is asked, and its answers as buttons. */
import {h, icon, fill} from '../dom.js';
import {t, duration} from '../messages.js';

const MOST_BUTTONS = 6;

export function questionCard(consultation) {
  const body = h('section', {class: 'card pad question', 'aria-labelledby': 'question-title'});
  let picked = null;

  function answers(question) {
    const say = (value) => {
      picked = null;
      consultation.say(question.symptom, value);
    };
    const unknown = h(
      'button',
      {type: 'button', class: 'button quiet', 'data-key': 'answer-unknown', onclick: () => say('unknown')},
      t('answer.unknown'),
    );
    if (question.choices.length && question.choices.length <= MOST_BUTTONS) {
      return h(
        'div',
        {class: 'answers'},
        question.choices.map((choice) =>
          h(
            'button',
            {type: 'button', class: 'button', 'data-key': `answer-${choice.value}`, onclick: () => say(choice.value)},
            choice.label,
          ),
        ),
        unknown,
      );
    }
    if (question.choices.length) {
      const select = h(
        'select',
        {
          'aria-labelledby': 'question-title',
          'data-key': 'answer-select',
          onchange: () => {
            if (select.value) say(select.value);
          },
        },
        h('option', {value: ''}, t('question.choose')),
        question.choices.map((choice) => h('option', {value: choice.value}, choice.label)),
      );
      return h('div', {class: 'answers'}, h('div', {class: 'grow'}, select), unknown);
    }
    const input = h('input', {
      'aria-labelledby': 'question-title',
      type: 'text',
      inputmode: 'decimal',
      'data-key': 'answer-input',
      maxlength: '200',
    });
    return h(
      'form',
      {
        class: 'answers',
        onsubmit: (event) => {
          event.preventDefault();
          if (input.value.trim()) say(input.value.trim());
        },
      },
      h('div', {class: 'grow'}, input),
      h('button', {class: 'button main'}, t('question.answer')),
      unknown,
    );
  }

  function draw() {
    const questions = consultation.answer?.questions ?? [];
    const question = questions.find((one) => one.symptom === picked) ?? questions[0];
    body.dataset.empty = String(!question);
    if (!question) return fill(body);
    const others = questions.filter((one) => one !== question).slice(0, 4);
    fill(
      body,
      h(
        'div',
        {class: 'row apart'},
        h('span', {class: 'eyebrow'}, t('question.eyebrow')),
        h(
          'span',
          {class: 'badge', title: t('question.gain-help')},
          icon('clock'),
          duration(question.minutes),
          ' · ',
          t(question.gainBits >= 0.5 ? 'question.gain.much' : question.gainBits >= 0.15 ? 'question.gain.some' : 'question.gain.little'),
        ),
      ),
      h('h2', {id: 'question-title', class: 'question-text'}, question.text),
      h('p', {class: 'soft'}, question.why),
      answers(question),
      others.length
        ? h(
            'details',
            {class: 'fold'},
            h('summary', {}, icon('chevron'), t('question.others')),
            h(
              'ul',
              {class: 'plain-list'},
              others.map((one) =>
                h(
                  'li',
                  {},
                  h(
                    'button',
                    {
                      type: 'button',
                      class: 'found-item',
                      onclick: () => {
                        picked = one.symptom;
                        draw();
                      },
                    },
                    one.text,
                  ),
                ),
              ),
            ),
          )
        : null,
    );
  }

  consultation.addEventListener('change', draw);
  draw();
  return body;
}
