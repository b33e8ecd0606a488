/** Where an agent puts whatever the user sent. */
import {h, icon, fill, debounced, announce} from '../dom.js';
import {t, number} from '../messages.js';
import {vocabulary, inWords} from './vocabulary.js';
import {LONG} from './report.js';

const EXAMPLES = ['certificate', 'refused', 'update'];

export function pasteCard(consultation, openForm) {
  const box = h('textarea', {
    id: 'paste',
    class: 'paste',
    dir: 'auto',
    rows: '7',
    spellcheck: 'false',
    placeholder: t('paste.placeholder'),
    value: consultation.text,
    'aria-describedby': 'paste-status',
    onfocus: () => vocabulary().catch(() => {}),
    oninput: () => consultation.paste(box.value),
  });
  const status = h('p', {id: 'paste-status', class: 'faint'});
  const wait = h('span', {class: 'spinner', 'aria-hidden': 'true', hidden: true});
  const notes = h('ul', {class: 'reading-notes'});
  const file = h('input', {
    type: 'file',
    class: 'offscreen',
    tabindex: '-1',
    'aria-label': t('paste.file'),
    accept: '.txt,.log,.rdp,.csv,.xml,.json,.evtx.txt,text/*',
    onchange: () => {
      if (file.files[0]) take(file.files[0]);
      file.value = '';
    },
  });

  async function take(picked) {
    box.value = await picked.slice(0, 2_000_000).text();
    consultation.paste(box.value);
  }

  function example(name) {
    return h(
      'button',
      {
        type: 'button',
        class: 'button small example',
        onclick: () => {
          box.value = t(`example.${name}.text`);
          consultation.paste(box.value);
          box.focus();
        },
      },
      t(`example.${name}`),
    );
  }

  const said = debounced(400, announce);
  const examples = h('div', {class: 'examples'}, h('span', {class: 'faint'}, t('paste.examples')), EXAMPLES.map(example));
  const clear = h(
    'button',
    {
      type: 'button',
      class: 'button quiet small',
      onclick: () => {
        consultation.restart();
        box.value = '';
        box.focus();
        if (location.hash.startsWith('#/case')) location.hash = '#/diagnose';
      },
    },
    icon('cross'),
    t('paste.clear'),
  );

  function draw() {
    if (document.activeElement !== box && box.value !== consultation.text) box.value = consultation.text;
    const read = consultation.observed.filter((symptom) => symptom.from === 'text').length;
    const words = consultation.reading
      ? t(consultation.text.length > LONG ? 'paste.reading-long' : 'paste.reading')
      : consultation.cut
        ? t('paste.cut', {n: number(480_000)})
        : consultation.text.trim()
          ? t(read === 1 ? 'paste.read-one' : 'paste.read', {n: read})
          : t('paste.private');
    if (status.textContent !== words) {
      status.textContent = words;
      if (!consultation.reading && consultation.text) said(words);
    }
    wait.hidden = !consultation.reading;
    fill(
      notes,
      consultation.notes.slice(0, 3).map((note) => h('li', {}, icon('warn'), inWords(note.message))),
    );
    examples.hidden = consultation.known || consultation.text.trim() !== '';
    clear.hidden = !consultation.known && consultation.text === '';
    box.classList.toggle('short', consultation.known);
  }

  consultation.addEventListener('change', draw);
  const card = h(
    'section',
    {
      class: 'card pad paste-card',
      ondragover: (event) => {
        event.preventDefault();
        card.classList.add('over');
      },
      ondragleave: () => card.classList.remove('over'),
      ondrop: (event) => {
        event.preventDefault();
        card.classList.remove('over');
        const dropped = event.dataTransfer.files[0];
        if (dropped) take(dropped);
      },
    },
    h('div', {class: 'row apart'}, h('label', {for: 'paste', class: 'paste-label'}, t('paste.label')), clear),
    box,
    file,
    h(
      'div',
      {class: 'row apart wrap'},
      h('div', {class: 'row'}, wait, status),
      h(
        'div',
        {class: 'row wrap'},
        h('button', {type: 'button', class: 'button quiet small', onclick: () => file.click()}, icon('file'), t('paste.file')),
        h('button', {type: 'button', class: 'button quiet small only-empty', onclick: openForm}, icon('check'), t('paste.questions')),
      ),
    ),
    notes,
    examples,
  );
  draw();
  return card;
}
