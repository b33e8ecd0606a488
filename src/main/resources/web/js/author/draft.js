/** The draft: what changed, what the check found, which cases turn, and publishing it. */
import {h, icon, fill, announce} from '../dom.js';
import {t, number} from '../messages.js';
import {forget} from '../api.js';
import {empty, loading, troubleView} from '../parts.js';
import {withKey, pageHead} from './key.js';
import {workspace} from './workspace.js';
import {flawLine} from './rules.js';
import {diffView} from './diff.js';
import {turnList} from './turns.js';

const head = (...actions) => pageHead(t('draft.title'), t('draft.lead'), actions);

export async function show(main) {
  let off = () => {};
  await withKey(main, head, async (page) => {
    fill(page, head(), loading());
    await workspace.open();
    off = draw(page);
  });
  return () => off();
}

function draw(page) {
  const body = h('div', {class: 'stack wide'});
  const trouble = h('div', {});
  const published = h('div', {});

  async function check() {
    fill(trouble);
    try {
      await workspace.check();
    } catch (failure) {
      fill(trouble, troubleView(failure, check));
    }
  }

  async function publish(note) {
    fill(trouble);
    try {
      const release = await workspace.publish(note);
      forget();
      announce(t('draft.published', {release: release.id}));
      fill(
        published,
        h(
          'div',
          {class: 'banner info', role: 'status'},
          icon('check'),
          h(
            'div',
            {},
            h('strong', {}, t('draft.published', {release: release.id})),
            h('p', {}, h('a', {href: '#/releases'}, t('draft.to-releases'))),
          ),
        ),
      );
      redraw();
    } catch (failure) {
      fill(trouble, troubleView(failure));
    }
  }

  function redraw() {
    const checked = workspace.checked;
    if (workspace.changed === 0)
      return fill(
        body,
        published.firstChild
          ? null
          : h(
              'div',
              {class: 'card'},
              empty(t('draft.empty'), t('draft.empty.text'), h('a', {class: 'button main', href: '#/rules'}, t('draft.to-rules'))),
            ),
      );
    const files = h(
      'section',
      {class: 'card pad stack'},
      h(
        'div',
        {class: 'row apart wrap'},
        h('h2', {}, t('draft.files', {n: workspace.changed})),
        h(
          'button',
          {type: 'button', class: 'button main', disabled: workspace.checking, onclick: check},
          t(workspace.checking ? 'rules.checking' : 'rules.check'),
        ),
      ),
      h(
        'ul',
        {},
        [...workspace.edits.keys(), ...workspace.deleted].map((path) =>
          h(
            'li',
            {class: 'row apart line'},
            h('a', {class: 'mono', href: `#/rules/${path}`}, path),
            h(
              'span',
              {class: 'row'},
              h('span', {class: 'badge info'}, t(`file.${workspace.state(path)}`)),
              h(
                'button',
                {type: 'button', class: 'button quiet small', onclick: () => workspace.revert(path)},
                icon('undo'),
                t('rules.revert'),
              ),
            ),
          ),
        ),
      ),
    );
    return fill(
      body,
      files,
      workspace.checking
        ? loading(t('rules.checking'))
        : !checked
          ? null
          : !workspace.fresh
            ? h('div', {class: 'banner'}, icon('warn'), h('div', {}, t('draft.stale')))
            : result(checked, publish),
    );
  }

  workspace.addEventListener('change', redraw);
  fill(page, head(h('a', {class: 'button', href: '#/rules'}, t('draft.to-rules'))), trouble, published, body);
  redraw();
  return () => workspace.removeEventListener('change', redraw);
}

function result(checked, publish) {
  const note = h('textarea', {id: 'note', rows: '2', placeholder: t('draft.note.placeholder')});
  const go = h(
    'button',
    {
      type: 'button',
      class: 'button main',
      disabled: !checked.publishable,
      onclick: () => {
        if (checked.needsReason && !note.value.trim()) {
          note.setAttribute('aria-invalid', 'true');
          note.focus();
          return;
        }
        go.disabled = true;
        publish(note.value.trim()).finally(() => {
          go.disabled = !checked.publishable;
        });
      },
    },
    t('draft.publish'),
  );
  const diff = h('div', {}, loading());
  workspace.diff().then(
    (answer) => fill(diff, diffView(answer)),
    (failure) => fill(diff, troubleView(failure)),
  );
  const tile = (title, value, kind) =>
    h('div', {class: 'metric'}, h('span', {class: 'label'}, title), h('strong', {class: `number ${kind ?? ''}`}, number(value)));
  return [
    h(
      'div',
      {class: 'metrics'},
      tile(t('draft.flaws'), checked.flaws.length, checked.flaws.length ? 'bad' : ''),
      tile(t('draft.cases'), checked.labelled.cases),
      tile(t('draft.turned'), checked.labelled.turned),
      tile(t('draft.worse'), checked.labelled.worse, checked.labelled.worse ? 'bad' : ''),
      tile(t('draft.replayed'), checked.replay.cases),
      tile(t('draft.replay-turned'), checked.replay.turned),
    ),
    checked.flaws.length
      ? h(
          'section',
          {class: 'card pad flaws'},
          h('h2', {}, t('draft.flaws')),
          h(
            'ul',
            {},
            checked.flaws.map((flaw) =>
              flawLine(flaw, () => {
                location.hash = `#/rules/${flaw.file}?line=${flaw.line}&column=${flaw.column}`;
              }),
            ),
          ),
        )
      : null,
    checked.turns.length ? h('section', {class: 'card pad stack'}, h('h2', {}, t('draft.turns')), turnList(checked.turns)) : null,
    h('section', {class: 'card pad stack'}, h('h2', {}, t('draft.diff')), diff),
    h(
      'section',
      {class: 'card pad stack'},
      h('h2', {}, t('draft.publish-title')),
      checked.needsReason ? h('div', {class: 'banner'}, icon('warn'), h('div', {}, t('draft.needs-reason'))) : null,
      h('div', {class: 'field'}, h('label', {for: 'note'}, t(checked.needsReason ? 'draft.reason' : 'draft.note')), note),
      h('div', {class: 'row'}, go, checked.publishable ? null : h('span', {class: 'soft'}, t('draft.not-publishable'))),
    ),
  ];
}
