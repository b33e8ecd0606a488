/**
 * A small editor: a plain text area, so that keyboards, screen readers and undo work as everywhere, over coloured lines.
 * Only lines that changed are drawn again, so that typing stays fast in long files.
 */
import {h, fill} from '../dom.js';
import {t} from '../messages.js';
import {tokens} from './highlight.js';
import {completions} from './completion.js';

const LINE = 20;

export function editor({onchange, oncheck}) {
  const paint = h('div', {class: 'code-paint', 'aria-hidden': 'true'});
  const gutter = h('div', {class: 'code-gutter', 'aria-hidden': 'true'});
  const menu = h('ul', {class: 'code-menu', role: 'listbox', id: 'code-menu', hidden: true, 'aria-label': t('editor.completions')});
  const area = h('textarea', {
    class: 'code-area',
    id: 'code-area',
    wrap: 'off',
    spellcheck: 'false',
    autocomplete: 'off',
    autocapitalize: 'off',
    'aria-label': t('editor.label'),
    'aria-controls': 'code-menu',
    'aria-autocomplete': 'list',
    'aria-describedby': 'editor-help',
  });
  const element = h('div', {class: 'code'}, gutter, h('div', {class: 'code-body'}, paint, area, menu));
  let path = '';
  let drawn = [];
  let flaws = new Map();
  let options = [];
  let chosen = 0;

  const paintLine = (line) =>
    h(
      'div',
      {class: 'code-line'},
      tokens(line, path).map(([kind, text]) => (kind ? h('span', {class: `c-${kind}`}, text) : text)),
      line ? null : '\u200b',
    );
  const number = (index) =>
    h('div', {class: `code-number ${flaws.get(index + 1)?.severity ?? ''}`, title: flaws.get(index + 1)?.message}, index + 1);

  function draw() {
    const lines = area.value.split('\n');
    let start = 0;
    while (start < lines.length && start < drawn.length && lines[start] === drawn[start]) start++;
    let tail = 0;
    while (tail < lines.length - start && tail < drawn.length - start && lines[lines.length - 1 - tail] === drawn[drawn.length - 1 - tail])
      tail++;
    for (let i = drawn.length - tail - 1; i >= start; i--) paint.children[i].remove();
    const before = paint.children[start] ?? null;
    const fresh = document.createDocumentFragment();
    for (let i = start; i < lines.length - tail; i++) fresh.append(paintLine(lines[i]));
    paint.insertBefore(fresh, before);
    for (let i = gutter.children.length; i < lines.length; i++) gutter.append(number(i));
    while (gutter.children.length > lines.length) gutter.lastChild.remove();
    drawn = lines;
  }

  function follow() {
    paint.style.transform = `translate(${-area.scrollLeft}px, ${-area.scrollTop}px)`;
    gutter.scrollTop = area.scrollTop;
  }

  function close() {
    menu.hidden = true;
    options = [];
    area.removeAttribute('aria-activedescendant');
  }

  async function suggest(forced) {
    const before = area.value.slice(0, area.selectionStart);
    const found = await completions(before, path, forced);
    if (area.value.slice(0, area.selectionStart) !== before) return;
    options = found.options;
    chosen = 0;
    if (!options.length) return close();
    const lines = before.split('\n');
    menu.style.insetBlockStart = `${Math.min(lines.length * LINE - area.scrollTop + 10, element.clientHeight - 60)}px`;
    menu.style.insetInlineStart = `${Math.max(8, Math.min((lines.at(-1).length - found.typed.length) * 7.8 - area.scrollLeft + 8, area.clientWidth - 300))}px`;
    menu.typed = found.typed;
    menu.hidden = false;
    drawMenu();
  }

  function drawMenu() {
    fill(
      menu,
      options.map((option, index) =>
        h(
          'li',
          {
            role: 'option',
            id: `option-${index}`,
            class: index === chosen ? 'chosen' : '',
            'aria-selected': String(index === chosen),
            onmousedown: (event) => {
              event.preventDefault();
              chosen = index;
              take();
            },
          },
          h('span', {class: 'mono'}, option.text),
          h('span', {class: 'faint'}, option.hint),
        ),
      ),
    );
    area.setAttribute('aria-activedescendant', `option-${chosen}`);
    menu.children[chosen]?.scrollIntoView({block: 'nearest'});
  }

  function take() {
    const at = area.selectionStart;
    area.setRangeText(options[chosen].text, at - menu.typed.length, at, 'end');
    close();
    changed();
  }

  function changed() {
    draw();
    onchange(area.value);
  }

  area.addEventListener('input', (event) => {
    changed();
    if (event.inputType?.startsWith('insert')) suggest(false);
    else close();
  });
  area.addEventListener('scroll', () => {
    follow();
    close();
  });
  area.addEventListener('blur', close);
  area.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && (event.key === 'Enter' || event.key === 's')) {
      event.preventDefault();
      return oncheck();
    }
    if (event.ctrlKey && event.key === ' ') {
      event.preventDefault();
      return suggest(true);
    }
    if (menu.hidden) return undefined;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      chosen = (chosen + (event.key === 'ArrowDown' ? 1 : -1) + options.length) % options.length;
      return drawMenu();
    }
    if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      return take();
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      return close();
    }
    return undefined;
  });

  return {
    element,
    area,
    open(name, text) {
      path = name;
      area.value = text;
      drawn = [];
      paint.replaceChildren();
      area.scrollTop = 0;
      close();
      draw();
      follow();
    },
    /** Every number is drawn anew, so this is for a new check and not for every key. */
    mark(list) {
      flaws = new Map(list.map((flaw) => [flaw.line, flaw]));
      gutter.replaceChildren(...drawn.map((line, index) => number(index)));
      follow();
    },
    goTo(line, column) {
      const lines = area.value.split('\n');
      const at = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + Math.max(0, column - 1);
      area.focus();
      area.setSelectionRange(at, at);
      area.scrollTop = Math.max(0, (line - 6) * LINE);
      follow();
    },
  };
}
