/** Releases: who published what and when, what differs, and one click back. */
import {h, icon, fill, announce} from '../dom.js';
import {t, date, number} from '../messages.js';
import {get, post, forget} from '../api.js';
import {empty, loading, troubleView} from '../parts.js';
import {withKey, pageHead} from './key.js';
import {workspace} from './workspace.js';
import {diffView} from './diff.js';

const head = (...actions) => pageHead(t('releases.title'), t('releases.lead'), actions);

export async function show(main) {
  await withKey(main, head, async (page) => {
    fill(page, head(), loading());
    await draw(page);
  });
}

async function draw(page, said = null) {
  const [list, active] = await Promise.all([get('/v1/releases'), get('/v1/releases/active')]);
  const counts = active.counts ?? {};
  fill(page, head(), said,
    h('div', {class: 'metrics'}, Object.entries(counts).map(([name, value]) => h('div', {class: 'metric'}, h('span', {class: 'label'}, t(`count.${name}`)), h('strong', {class: 'number'}, number(value))))),
    h('section', {class: 'card releases'}, list.length ? h('ol', {}, list.map((release) => row(page, release))) : empty(t('releases.empty'), t('releases.empty.text'))));
}

function row(page, release) {
  const diff = h('div', {});
  const trouble = h('div', {});
  async function activate(event) {
    const button = event.currentTarget;
    button.disabled = true;
    try {
      await post(`/v1/releases/${release.id}/activate`, {note: t('releases.back-note')});
      forget();
      if (workspace.base) await workspace.renew();
      announce(t('releases.activated', {release: release.id}));
      await draw(page, h('div', {class: 'banner info', role: 'status'}, icon('check'), h('div', {}, h('strong', {}, t('releases.activated', {release: release.id})))));
    } catch (failure) {
      button.disabled = false;
      fill(trouble, troubleView(failure));
    }
  }
  return h('li', {class: `release${release.active ? ' active' : ''}`},
    h('div', {class: 'row apart wrap'}, h('div', {class: 'grow'}, h('div', {class: 'row wrap'}, h('strong', {class: 'mono'}, release.id), release.active ? h('span', {class: 'badge good'}, t('releases.active')) : null), h('p', {}, release.note || h('span', {class: 'soft'}, t('releases.no-note'))), h('p', {class: 'faint'}, [date(release.publishedAt), release.publishedBy].filter(Boolean).join(' · '))),
      release.active ? null : h('button', {type: 'button', class: 'button', 'data-release': release.id, onclick: activate}, icon('undo'), t('releases.activate'))),
    release.active ? null : h('details', {class: 'fold', ontoggle: async (event) => {
      if (!event.target.open || diff.firstChild || event.target !== event.currentTarget) return;
      fill(diff, loading());
      try { fill(diff, diffView(await get(`/v1/releases/${release.id}/diff`))); } catch (failure) { fill(diff, troubleView(failure)); }
    }}, h('summary', {}, icon('chevron'), t('releases.diff')), diff), trouble);
}
