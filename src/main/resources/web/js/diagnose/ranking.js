/** The ranked causes: how probable, on what grounds, and why not another one. */
import {h, icon, fill, percent} from '../dom.js';
import {t, word} from '../messages.js';
import {corrections, sources} from '../parts.js';
import {evidence} from './evidence.js';
import {whyNot} from './whynot.js';
import {inWords} from './vocabulary.js';

const ROOMY = 1000;
const KIND = {'red-flag': 'bad', contradiction: 'warn', caution: 'warn'};

export function warnings(consultation) {
  const area = h('div', {class: 'stack'});
  const draw = () => {
    const said = new Set(consultation.notes.map((note) => note.message));
    const list = (consultation.answer?.warnings ?? []).filter((warning) => !said.has(warning.message));
    area.dataset.empty = String(!list.length);
    fill(
      area,
      list.map((warning) =>
        h(
          'div',
          {class: `banner ${KIND[warning.kind] ?? 'info'}`, role: warning.kind === 'red-flag' ? 'alert' : 'note'},
          icon('warn'),
          h('div', {}, h('strong', {}, word('warning', warning.kind)), h('p', {dir: 'auto'}, inWords(warning.message))),
        ),
      ),
    );
  };
  consultation.addEventListener('change', draw);
  draw();
  return area;
}

export function rankingCard(consultation) {
  const list = h('ol', {class: 'causes'});
  const rest = h('div', {class: 'cause rest'});
  const open = new Set();
  const told = new Set();
  let touched = false;
  const rows = new Map();
  const card = h(
    'section',
    {class: 'card ranking', 'aria-labelledby': 'ranking-title'},
    h(
      'div',
      {class: 'row apart pad-head'},
      h('h2', {id: 'ranking-title'}, t('ranking.title')),
      h('span', {class: 'faint'}, t('ranking.hint')),
    ),
    list,
    rest,
    whyNot(consultation),
  );

  /** A row stays the same element from answer to answer, so that its bar grows and the row glides to its place. */
  function row(cause) {
    const bar = h('span', {class: 'bar-fill'});
    const value = h('span', {class: 'cause-percent number'});
    const title = h('span', {class: 'cause-title'});
    const stage = h('span', {class: 'faint'});
    const body = h('div', {class: 'cause-body', id: `cause-${cause.id}`});
    const head = h(
      'button',
      {
        type: 'button',
        class: 'cause-head',
        'aria-controls': body.id,
        onclick: () => {
          touched = true;
          if (!open.delete(cause.id)) open.add(cause.id);
          toggle();
        },
      },
      h('span', {class: 'cause-line'}, h('span', {class: 'cause-name'}, title, stage), value, icon('chevron')),
      h('span', {class: 'bar', 'aria-hidden': 'true'}, bar),
    );
    const element = h('li', {class: 'cause'}, head, body);
    let latest = cause;
    function toggle() {
      const shown = open.has(cause.id);
      head.setAttribute('aria-expanded', String(shown));
      element.classList.toggle('open', shown);
      body.hidden = !shown;
      if (shown)
        fill(
          body,
          h('p', {}, latest.explanation),
          evidence(latest, consultation.answer),
          h(
            'details',
            {
              class: 'fold',
              open: told.has(cause.id),
              ontoggle: (event) => {
                if (event.target.open) told.add(cause.id);
                else told.delete(cause.id);
              },
            },
            h('summary', {}, icon('chevron'), t('cause.more')),
            h(
              'div',
              {class: 'stack'},
              corrections(latest.corrections),
              sources(latest.sources),
              h('a', {href: `#/catalogue/causes/${cause.id}`, class: 'small-link'}, t('cause.in-catalogue')),
            ),
          ),
        );
    }
    return {
      element,
      update(now) {
        latest = now;
        title.textContent = now.title;
        stage.textContent = word('stage', now.stage);
        value.textContent = percent(now.probability);
        bar.style.inlineSize = `${Math.max(0.5, now.probability * 100)}%`;
        toggle();
      },
    };
  }

  function draw() {
    const answer = consultation.answer;
    if (!answer) {
      open.clear();
      touched = false;
      rows.clear();
      list.replaceChildren();
      return;
    }
    // The leader's evidence is open where there is room, until somebody opens or closes one.
    if (!touched && answer.causes[0]?.decibans > 0 && innerWidth >= ROOMY) {
      open.clear();
      open.add(answer.causes[0].id);
    }
    const before = new Map([...rows].map(([id, one]) => [id, one.element.getBoundingClientRect().top]));
    const focused = document.activeElement;
    const elements = answer.causes.map((cause) => {
      if (!rows.has(cause.id)) rows.set(cause.id, row(cause));
      rows.get(cause.id).update(cause);
      return rows.get(cause.id).element;
    });
    list.replaceChildren(...elements);
    if (list.contains(focused)) focused.focus({preventScroll: true});
    glide(answer.causes, before);
    for (const id of [...rows.keys()]) if (!answer.causes.some((cause) => cause.id === id)) rows.delete(id);
    fill(
      rest,
      h(
        'div',
        {class: 'cause-line'},
        h('span', {class: 'cause-name'}, h('span', {class: 'soft'}, t('ranking.other'))),
        h('span', {class: 'cause-percent number soft'}, percent(answer.other + answer.unlisted)),
      ),
    );
  }

  function glide(causes, before) {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    for (const cause of causes) {
      const {element} = rows.get(cause.id);
      const moved = before.has(cause.id) ? before.get(cause.id) - element.getBoundingClientRect().top : 0;
      if (moved && Math.abs(moved) < 900)
        element.animate([{transform: `translateY(${moved}px)`}, {transform: 'none'}], {duration: 260, easing: 'cubic-bezier(.2,.7,.2,1)'});
    }
  }

  consultation.addEventListener('change', draw);
  draw();
  return card;
}
