/** Under the answer: keep it, link to it, take it to the ticket, and which release said so. */
import {h, icon, fill, copyButton, announce} from '../dom.js';
import {t} from '../messages.js';
import {troubleView} from '../parts.js';
import {remember} from '../cases-kept.js';

export function foot(consultation) {
  const area = h('section', {class: 'foot', 'aria-label': t('foot.label')});
  let trouble = null;

  async function keep() {
    trouble = null;
    try {
      const id = await consultation.keep();
      if (!id) throw new Error(t('foot.not-kept'));
      remember(consultation.answer);
      history.replaceState(null, '', `#/case/${id}`);
      announce(t('foot.kept'));
      return id;
    } catch (failure) {
      trouble = failure;
      draw();
      throw failure;
    }
  }

  const address = async () => `${location.origin}${location.pathname}#/case/${await keep()}`;

  function draw() {
    const answer = consultation.answer;
    if (!answer) return fill(area);
    fill(area,
      h('div', {class: 'row wrap'},
        h('button', {type: 'button', class: 'button', 'data-key': 'keep', disabled: Boolean(consultation.stored), onclick: () => keep().catch(() => {})}, icon(consultation.stored ? 'check' : 'file'), t(consultation.stored ? 'foot.saved' : 'foot.save')),
        copyButton(address, t('foot.link'), t('action.copied'), 'plain'),
        copyButton(() => consultation.note(), t('foot.note'), t('action.copied'), 'plain')),
      h('p', {class: 'faint'}, t('foot.release', {release: answer.release.id, priors: answer.priors})),
      trouble ? troubleView(trouble) : null);
  }

  consultation.addEventListener('change', draw);
  draw();
  return area;
}
