/** What is known so far: chips that can be corrected, the main questions, and a way to add anything else. */
import {h, icon, fill} from '../dom.js';
import {t} from '../messages.js';
import {vocabulary, definition, shortName, valueLabel} from './vocabulary.js';

const MAIN = [
  'failure.stage',
  'scope.other-clients',
  'scope.other-hosts',
  'scope.worked-before',
  'failure.since',
  'network.port-reachable',
  'network.vpn',
  'gateway.used',
  'client.os',
  'host.os',
];

export function observedCard(consultation) {
  const chips = h('div', {class: 'chips-area'});
  const form = h('div', {class: 'form-grid'});
  const editor = h('div', {class: 'chip-editor', hidden: true});
  let edited = null;
  let ready = false;

  const edit = (symptom) => {
    edited = edited === symptom ? null : symptom;
    draw();
    editor.querySelector('select, input')?.focus();
  };

  function chip(symptom) {
    const name = shortName(symptom.id);
    const value = valueLabel(symptom.id, symptom.value);
    return h(
      'li',
      {class: `chip ${symptom.from}${symptom.value === 'unknown' ? ' unknown' : ''}`},
      h(
        'button',
        {
          type: 'button',
          class: 'chip-body',
          'data-key': `chip-${symptom.id}-${symptom.value}`,
          'aria-expanded': String(edited === symptom),
          title: definition(symptom.id)?.question ?? symptom.id,
          onclick: () => edit(symptom),
        },
        h('span', {class: 'chip-name'}, name),
        h('span', {class: 'chip-value', dir: 'auto'}, value),
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'chip-x',
          'aria-label': t('chip.remove', {name, value}),
          onclick: () => {
            edited = null;
            consultation.remove(symptom);
          },
        },
        icon('cross'),
      ),
    );
  }

  function drawEditor() {
    editor.hidden = !edited || !consultation.observed.includes(edited);
    if (editor.hidden) return;
    const symptom = edited;
    const known = definition(symptom.id);
    fill(
      editor,
      h('label', {for: 'chip-value'}, known?.question ?? symptom.id),
      control(known, symptom.value, 'chip-value', (value) => {
        edited = null;
        if (value === '') consultation.remove(symptom);
        else consultation.say(symptom.id, value);
      }),
      symptom.quote ? h('p', {class: 'faint'}, t('chip.quote'), ' ', h('q', {dir: 'auto'}, symptom.quote)) : null,
      h(
        'div',
        {class: 'row wrap'},
        h('button', {type: 'button', class: 'button small', onclick: () => consultation.remove(symptom)}, icon('cross'), t('chip.drop')),
        h('button', {type: 'button', class: 'button quiet small', onclick: () => edit(symptom)}, t('action.close')),
      ),
    );
  }

  function draw() {
    const list = consultation.observed;
    fill(
      chips,
      list.length
        ? h('ul', {class: 'chips', 'aria-label': t('observed.title')}, list.map(chip))
        : h('p', {class: 'soft'}, t('observed.none')),
    );
    drawEditor();
    if (ready)
      fill(
        form,
        MAIN.filter(definition).map((id) =>
          h(
            'div',
            {class: 'field'},
            h('label', {for: `main-${id}`}, definition(id).question),
            control(definition(id), consultation.value(id), `main-${id}`, (value) =>
              value === '' ? consultation.clear(id) : consultation.say(id, value),
            ),
          ),
        ),
      );
  }

  const details = h(
    'details',
    {
      class: 'fold',
      ontoggle: async () => {
        await vocabulary();
        ready = true;
        draw();
      },
    },
    h('summary', {}, icon('chevron'), t('form.title')),
    form,
    adder(consultation),
  );
  consultation.addEventListener('change', draw);
  vocabulary().then(draw, () => {});
  draw();
  const element = h(
    'section',
    {class: 'card pad observed', 'aria-labelledby': 'observed-title'},
    h('div', {class: 'row apart'}, h('h2', {id: 'observed-title'}, t('observed.title')), h('span', {class: 'faint'}, t('observed.hint'))),
    chips,
    editor,
    details,
  );
  element.openForm = () => {
    details.open = true;
    details.querySelector('summary').focus();
  };
  return element;
}

/** The control that fits a symptom: its choices with "don't know", a number, or free words. */
export function control(known, value, id, changed) {
  if (known?.choices.length) {
    const missing = value && value !== 'unknown' && !known.choices.some((choice) => choice.value === value);
    return h(
      'select',
      {id, 'data-key': id, onchange: (event) => changed(event.target.value)},
      h('option', {value: '', selected: value === ''}, t('answer.not-asked')),
      known.choices.map((choice) => h('option', {value: choice.value, selected: choice.value === value}, choice.label)),
      missing ? h('option', {value, selected: true}, value) : null,
      h('option', {value: 'unknown', selected: value === 'unknown'}, t('answer.unknown')),
    );
  }
  const isNumber = known?.type === 'number';
  return h(
    'div',
    {class: 'row'},
    h('input', {
      id,
      'data-key': id,
      value: value === 'unknown' ? '' : value,
      type: isNumber ? 'number' : 'text',
      step: isNumber ? 'any' : null,
      maxlength: '200',
      autocomplete: 'off',
      spellcheck: 'false',
      onchange: (event) => changed(event.target.value.trim()),
    }),
    known?.unit ? h('span', {class: 'soft'}, known.unit) : null,
  );
}

/** Finds any symptom of the vocabulary by words of its question, and takes its value. */
function adder(consultation) {
  const results = h('ul', {class: 'found', 'aria-label': t('add.results')});
  const chosen = h('div', {});
  const search = h('input', {
    id: 'add-search',
    type: 'search',
    autocomplete: 'off',
    placeholder: t('add.placeholder'),
    oninput: async () => {
      const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
      if (!words.length) return fill(results);
      const all = [...(await vocabulary()).values()].filter((symptom) => !symptom.derived);
      const hit = all
        .filter((symptom) =>
          words.every((word) =>
            `${symptom.id} ${symptom.question} ${symptom.choices.map((choice) => choice.label).join(' ')}`.toLowerCase().includes(word),
          ),
        )
        .slice(0, 7);
      fill(
        results,
        hit.length
          ? hit.map((symptom) =>
              h('li', {}, h('button', {type: 'button', class: 'found-item', onclick: () => pick(symptom)}, symptom.question)),
            )
          : h('li', {class: 'soft'}, t('add.nothing')),
      );
    },
  });
  function pick(symptom) {
    fill(results);
    search.value = '';
    fill(
      chosen,
      h(
        'div',
        {class: 'field'},
        h('label', {for: 'add-value'}, symptom.question),
        control(symptom, '', 'add-value', (value) => {
          if (value === '') return;
          fill(chosen);
          consultation.say(symptom.id, value, symptom.multiple);
          search.focus();
        }),
      ),
    );
    chosen.querySelector('select, input').focus();
  }
  return h('div', {class: 'field add'}, h('label', {for: 'add-search'}, t('add.title')), search, results, chosen);
}
