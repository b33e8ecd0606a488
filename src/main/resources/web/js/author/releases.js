/** Releases: who published what and when, what it turned, what differs, and one click back. */
import {h, icon, fill, announce} from '../dom.js';
import {t, date, number} from '../messages.js';
import {get, post, forget} from '../api.js';
import {empty, loading, troubleView} from '../parts.js';
import {withKey, pageHead} from './key.js';
import {workspace} from './workspace.js';
import {diffView} from './diff.js';
import {turnList} from './turns.js';
import {flawLine} from './rules.js';

const head = (...actions) => pageHead(t('releases.title'), t('releases.lead'), actions);

/** What the service writes for the release that it read from the folders. */
const FROM_FILES = 'files';

export async function show(main) {
  await withKey(main, head, async (page) => {
    fill(page, head(), loading());
    await draw(page);
  });
}

async function draw(page, said = null) {
  const [list, active, drafts] = await Promise.all([get('/v1/releases'), get('/v1/releases/active'), get('/v1/drafts')]);
  const draftOf = new Map(drafts.filter((draft) => draft.published).map((draft) => [draft.published, draft.id]));
  const tile = ([name, value]) =>
    h('div', {class: 'metric'}, h('span', {class: 'label'}, t(`count.${name}`)), h('strong', {class: 'number'}, number(value)));
  fill(
    page,
    head(),
    said,
    h('div', {class: 'metrics'}, Object.entries(active.counts ?? {}).map(tile)),
    active.folderFlaws?.length
      ? h(
          'section',
          {class: 'card flaws folder-flaws'},
          h('h2', {class: 'pad-head'}, t('releases.none-flaws')),
          h(
            'ul',
            {},
            active.folderFlaws.map((flaw) =>
              flawLine(flaw, () => {
                location.hash = `#/rules/${flaw.file}`;
              }),
            ),
          ),
        )
      : null,
    h(
      'section',
      {class: 'card releases'},
      list.length
        ? h(
            'ol',
            {},
            list.map((release) => row(page, release, draftOf.get(release.id))),
          )
        : empty(t('releases.empty'), t('releases.empty.text')),
    ),
  );
}

function row(page, release, draft) {
  const trouble = h('div', {});
  async function activate(event) {
    const button = event.currentTarget;
    button.disabled = true;
    try {
      await post(`/v1/releases/${release.id}/activate`, {note: t('releases.back-note')});
      forget();
      if (workspace.base) await workspace.renew();
      announce(t('releases.activated', {release: release.id}));
      await draw(
        page,
        h('div', {class: 'banner info', role: 'status'}, icon('check'), h('strong', {}, t('releases.activated', {release: release.id}))),
      );
    } catch (failure) {
      button.disabled = false;
      fill(trouble, troubleView(failure));
    }
  }
  const fromFiles = release.publishedBy === FROM_FILES;
  const who = fromFiles ? '' : t('releases.by', {name: release.publishedBy ?? ''});
  return h(
    'li',
    {class: `release${release.active ? ' active' : ''}`},
    h(
      'div',
      {class: 'row apart wrap'},
      h(
        'div',
        {class: 'grow'},
        h(
          'div',
          {class: 'row wrap'},
          h('strong', {}, release.note || t(fromFiles ? 'releases.from-files' : 'releases.no-note')),
          release.active ? h('span', {class: 'badge good'}, t('releases.active')) : null,
        ),
        h(
          'p',
          {class: 'faint'},
          [date(release.publishedAt), who].filter(Boolean).join(' · '),
          ' · ',
          h('span', {class: 'mono'}, release.id),
        ),
      ),
      release.active
        ? null
        : h(
            'button',
            {type: 'button', class: 'button', 'data-release': release.id, onclick: activate},
            icon('undo'),
            t('releases.activate'),
          ),
    ),
    h(
      'div',
      {class: 'row wrap release-folds'},
      draft ? onDemand(t('releases.turned'), async () => turned(await get(`/v1/drafts/${draft}`))) : null,
      release.active ? null : onDemand(t('releases.diff'), async () => diffView(await get(`/v1/releases/${release.id}/diff`))),
    ),
    trouble,
  );
}

const turned = (checked) => (checked.turns.length ? turnList(checked.turns) : h('p', {class: 'soft'}, t('releases.turned-none')));

/** Asks for what it holds when it is opened, and only then. */
function onDemand(title, load) {
  const body = h('div', {});
  async function fetchIt() {
    fill(body, loading());
    try {
      fill(body, await load());
    } catch (failure) {
      fill(body, troubleView(failure, fetchIt));
    }
  }
  return h(
    'details',
    {
      class: 'fold',
      ontoggle: (event) => {
        if (event.target === event.currentTarget && event.target.open && !body.firstChild) fetchIt();
      },
    },
    h('summary', {}, icon('chevron'), title),
    body,
  );
}
