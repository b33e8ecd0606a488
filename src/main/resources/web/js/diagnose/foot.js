/** Under the answer: keep it, link to it, take it to the ticket, and which release said so. */
import {h, icon, fill, copyButton, announce} from '../dom.js';
import {t} from '../messages.js';
import {troubleView} from '../parts.js';
import {remember} from '../cases-kept.js';
import {vocabulary} from './vocabulary.js';
import {ticketNote} from './note.js';

export function foot(consultation) {
  const area = h('section', {class: 'foot', 'aria-label': t('foot.label')});
  let trouble = null;

  async function keep() {
    trouble = null;
    try {
      const id = await consultation.keep();
      if (!id) return notKept();
      announce(t('foot.kept'));
      return id;
    } catch (failure) {
      trouble = troubleView(failure);
      draw();
      throw failure;
    }
  }

  function notKept() {
    trouble = h('div', {class: 'banner', role: 'alert'}, icon('warn'), h('div', {}, t('foot.not-kept')));
    draw();
    return null;
  }

  const addressOf = (id) => (id ? `${location.origin}${location.pathname}#/case/${id}` : '');

  /** A note can be had even where nothing can be kept: then without its link. */
  async function note() {
    const [id] = await Promise.all([consultation.keep().catch(() => null), vocabulary()]);
    return ticketNote(consultation, addressOf(id));
  }

  function draw() {
    const {answer, stored} = consultation;
    if (!answer) return fill(area);
    if (stored) remember(consultation);
    if (stored && !location.hash.endsWith(stored) && /^(#\/?(diagnose|case\/.*)?)?$/.test(location.hash))
      history.replaceState(null, '', `#/case/${stored}`);
    return fill(
      area,
      h(
        'div',
        {class: 'row wrap'},
        h(
          'button',
          {type: 'button', class: 'button', 'data-key': 'keep', disabled: Boolean(stored), onclick: () => keep().catch(() => {})},
          icon(stored ? 'check' : 'file'),
          t(stored ? 'foot.saved' : 'foot.save'),
        ),
        copyButton(async () => addressOf(await keep()), t('foot.link'), t('action.copied'), 'plain', 'copy-link'),
        copyButton(note, t('foot.note'), t('action.copied'), 'plain', 'copy-note'),
      ),
      h(
        'p',
        {class: 'faint', title: t('foot.priors', {priors: answer.priors})},
        t('foot.release', {release: answer.release.id}),
        ' ',
        t('foot.knowledge'),
      ),
      trouble,
    );
  }

  consultation.addEventListener('change', () => {
    if (consultation.busy) trouble = null;
    draw();
  });
  draw();
  return area;
}
