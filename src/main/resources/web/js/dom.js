/**
 * Builds elements. Text only ever becomes a text node, so nothing that a user pasted can turn into markup; styles go through
 * the object model, which a strict Content-Security-Policy allows where a style attribute would be refused.
 */
const SVG = 'http://www.w3.org/2000/svg';
const PROPERTIES = new Set([
  'value',
  'checked',
  'disabled',
  'selected',
  'open',
  'hidden',
  'indeterminate',
  'readOnly',
  'multiple',
  'required',
]);

export function h(tag, props, ...children) {
  return dress(document.createElement(tag), props, children);
}

export function svg(tag, props, ...children) {
  return dress(document.createElementNS(SVG, tag), props, children);
}

function dress(element, props, children) {
  append(element, children);
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === undefined || value === null) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'style') for (const [key, part] of Object.entries(value)) element.style.setProperty(key, part);
    else if (PROPERTIES.has(name)) element[name] = value;
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false) element.setAttribute(name, value);
  }
  return element;
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false || child === '') continue;
    element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/** Replaces what an element holds and keeps the keyboard where it was: a control is found again by its data-key. */
export function fill(element, ...children) {
  const root = element.getRootNode();
  const active = root.activeElement;
  const key = active && element.contains(active) ? active.closest('[data-key]')?.dataset.key : null;
  const from = active?.selectionStart;
  element.replaceChildren();
  append(element, children);
  if (key === null || key === undefined) return element;
  const again = element.querySelector(`[data-key="${CSS.escape(key)}"]`);
  again?.focus({preventScroll: true});
  if (again && typeof from === 'number' && again.setSelectionRange && again.type !== 'number') again.setSelectionRange(from, from);
  return element;
}

/** Waits until calls have stopped coming for a while. */
export function debounced(milliseconds, action) {
  let timer;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...args), milliseconds);
  };
}

const PATHS = {
  copy: 'M9 9h10v11H9z M5 15H4V4h11v1',
  check: 'M4 12.5l5 5L20 6.5',
  cross: 'M6 6l12 12M18 6L6 18',
  plus: 'M12 5v14M5 12h14',
  chevron: 'M9 6l6 6-6 6',
  back: 'M15 6l-6 6 6 6',
  warn: 'M12 4L2.8 19.5h18.4z M12 10v4.5 M12 17v.2',
  link: 'M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-5.7-5.7l-1 1 M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 5.7 5.7l1-1',
  note: 'M6 3h9l4 4v14H6z M9 11h7 M9 15h7',
  clock: 'M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18z M12 7.5V12l3 2',
  place: 'M4 5h16v11H4z M9 20h6 M12 16v4',
  person: 'M12 4a4 4 0 1 0 0 8a4 4 0 0 0 0-8z M4.5 20.5c1-4 4-5.5 7.5-5.5s6.500 1.500 7.500 5.500',
  search: 'M10.500 4a6.500 6.500 0 1 0 0 13a6.500 6.500 0 0 0 0-13z M15.500 15.500L20.500 20.500',
  moon: 'M20 14.500A8.500 8.500 0 1 1 9.500 4a7 7 0 0 0 10.500 10.500z',
  sun: 'M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8z M12 2.500v2 M12 19.500v2 M2.500 12h2 M19.500 12h2 M5.300 5.300l1.400 1.400 M17.300 17.300l1.400 1.400 M5.300 18.700l1.400-1.400 M17.300 6.700l1.400-1.400',
  key: 'M8 10.500a4 4 0 1 0 0 8a4 4 0 0 0 0-8z M11 12L20 3.500 M16.500 6.800l2.500 2.500',
  shield: 'M12 3l7.500 3v6c0 4.500-3 7.500-7.500 9c-4.500-1.500-7.500-4.500-7.500-9V6z',
  undo: 'M8 5L4 9l4 4 M4 9h10a6 6 0 0 1 0 12h-3',
  menu: 'M4 7h16M4 12h16M4 17h16',
  file: 'M6 3h8l4 4v14H6z M14 3v4h4',
};

export function icon(name) {
  return svg('svg', {viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true'}, svg('path', {d: PATHS[name]}));
}

/** A button that copies a text and says so. */
export function copyButton(text, label, done, kind = 'quiet', key = null) {
  const words = h('span', {}, label);
  const button = h(
    'button',
    {
      type: 'button',
      class: `button ${kind} small`,
      'data-key': key,
      onclick: async () => {
        // Whoever makes the text says by himself what keeps him from it.
        const ready =
          typeof text === 'function'
            ? await Promise.resolve()
                .then(text)
                .catch(() => '')
            : text;
        if (!ready) return;
        await copy(ready);
        words.textContent = done;
        button.classList.add('done');
        announce(done);
        setTimeout(() => {
          words.textContent = label;
          button.classList.remove('done');
        }, 1800);
      },
    },
    icon('copy'),
    words,
  );
  return button;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = h('textarea', {class: 'offscreen', value: text});
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
}

/** Says something to those who cannot see it. */
export function announce(text) {
  const live = document.getElementById('live');
  if (live) live.textContent = text;
}

export function percent(probability) {
  const value = probability * 100;
  if (value > 0 && value < 0.5) return '< 1 %';
  if (value > 99 && value < 100) return '> 99 %';
  return `${Math.round(value)} %`;
}
