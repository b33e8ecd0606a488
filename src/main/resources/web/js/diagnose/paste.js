/** Where an agent puts whatever the user sent. */
import {h, icon, fill, debounced, announce} from '../dom.js';
import {t, number} from '../messages.js';
import {vocabulary, inWords} from './vocabulary.js';
import {LONG, MOST_CHARACTERS} from './report.js';

const EXAMPLES = ['certificate', 'refused', 'update'];
const MOST_OF_A_FILE = 2_000_000;
const FILES = '.txt,.log,.rdp,.csv,.xml,.json,.evtx.txt,text/*';

/** A browser takes seconds to lay out a text area of a megabyte; nobody reads more than the beginning there. */
const MOST_SHOWN = 20_000;

const isLong = (text) => text.length > LONG;
const shown = (text) => (isLong(text) ? `${text.slice(0, MOST_SHOWN)}\n…` : text);

export function pasteCard(consultation, openForm) {
  const box = h('textarea', {
    id: 'paste',
    class: 'paste',
    dir: 'auto',
    rows: '7',
    spellcheck: 'false',
    placeholder: t('paste.placeholder'),
    value: shown(consultation.text),
    readOnly: isLong(consultation.text),
    'aria-describedby': 'paste-status',
    onfocus: () => vocabulary().catch(() => {}),
    onpaste: pasted,
    oninput: () => put(box.value),
  });
  const status = h('p', {id: 'paste-status', class: 'faint'});
  const wait = h('span', {class: 'spinner', 'aria-hidden': 'true', hidden: true});
  const notes = h('ul', {class: 'reading-notes'});
  const file = h('input', {
    type: 'file',
    class: 'offscreen',
    tabindex: '-1',
    'aria-label': t('paste.file'),
    accept: FILES,
    onchange: chosen,
  });
  const clear = h(
    'button',
    {type: 'button', class: 'button quiet small', 'data-key': 'clear', onclick: restart},
    icon('cross'),
    t('paste.clear'),
  );
  const examples = h('div', {class: 'examples'}, h('span', {class: 'faint'}, t('paste.examples')), EXAMPLES.map(example));
  const said = debounced(400, announce);

  function put(text) {
    if (isLong(text)) box.value = shown(text);
    box.readOnly = isLong(text);
    consultation.paste(text);
  }

  /** A long text goes past the box, which shows its beginning. */
  function pasted(event) {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const whole = box.value.slice(0, box.selectionStart) + text + box.value.slice(box.selectionEnd);
    if (box.readOnly || !isLong(whole)) return;
    event.preventDefault();
    put(whole);
  }

  async function take(picked) {
    const text = await picked.slice(0, MOST_OF_A_FILE).text();
    box.value = shown(text);
    put(text);
  }

  function chosen() {
    if (file.files[0]) take(file.files[0]);
    file.value = '';
  }

  function restart() {
    box.value = '';
    box.readOnly = false;
    consultation.restart();
    box.focus();
    if (location.hash.startsWith('#/case')) location.hash = '#/diagnose';
  }

  function example(name) {
    const use = () => {
      box.value = t(`example.${name}.text`);
      put(box.value);
      box.focus();
    };
    return h('button', {type: 'button', class: 'button small example', onclick: use}, t(`example.${name}`));
  }

  function words() {
    if (consultation.reading) return t(isLong(consultation.text) ? 'paste.reading-long' : 'paste.reading');
    if (consultation.text.trim() === '') return t('paste.private');
    const read = consultation.observed.filter((symptom) => symptom.from === 'text').length;
    const cut = consultation.cut
      ? ` ${t('paste.cut', {n: number(MOST_CHARACTERS)})}`
      : isLong(consultation.text)
        ? ` ${t('paste.long')}`
        : '';
    return t(read === 1 ? 'paste.read-one' : 'paste.read', {n: number(read)}) + cut;
  }

  function draw() {
    if (document.activeElement !== box && box.value !== shown(consultation.text)) box.value = shown(consultation.text);
    const now = words();
    if (status.textContent !== now) {
      status.textContent = now;
      if (!consultation.reading && consultation.text) said(now);
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

  function dropped(event) {
    event.preventDefault();
    card.classList.remove('over');
    if (event.dataTransfer.files[0]) take(event.dataTransfer.files[0]);
    else put(event.dataTransfer.getData('text/plain') || consultation.text);
  }

  function dragged(event) {
    event.preventDefault();
    card.classList.add('over');
  }

  consultation.addEventListener('change', draw);
  const card = h(
    'section',
    {class: 'card pad paste-card', ondragover: dragged, ondragleave: () => card.classList.remove('over'), ondrop: dropped},
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
