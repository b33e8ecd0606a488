/** Rules: the tree of files, the editor with its flaws, and the dry run beside it. */
import {h, icon, fill, debounced} from '../dom.js';
import {t} from '../messages.js';
import {loading, troubleView} from '../parts.js';
import {withKey, pageHead} from './key.js';
import {workspace} from './workspace.js';
import {editor} from './editor.js';
import {dryRun} from './dryrun.js';

const head = (...actions) => pageHead(t('rules.title'), t('rules.lead'), actions);

export async function show(main, here) {
  let off = () => {};
  await withKey(main, head, async (page) => {
    fill(page, head(), loading());
    await workspace.open();
    off = draw(page, here.rest.join('/'), Number(here.query.get('line') ?? 0), Number(here.query.get('column') ?? 1));
  });
  return () => off();
}

function draw(page, wanted, line, column) {
  let path = workspace.paths.includes(wanted)
    ? wanted
    : (workspace.paths.find((one) => one.startsWith('rules/') && one.endsWith('.drl')) ?? workspace.paths[0]);
  const tree = h('div', {class: 'list tree'});
  const flaws = h('div', {class: 'flaws', 'aria-live': 'polite'});
  const name = h('h2', {class: 'mono file-name'});
  const trouble = h('div', {});
  const code = editor({
    onchange: (text) => {
      workspace.write(path, text);
      dry.update();
    },
    oncheck: check,
  });
  const dry = dryRun(
    () => code.area.value,
    () => workspace.text(path.replace(/\.drl$/, '.cases.yaml')),
  );
  const draftLink = h('a', {class: 'button', href: '#/draft'});
  const checkButton = h('button', {type: 'button', class: 'button main', onclick: check}, t('rules.check'));
  const search = h('input', {
    type: 'search',
    id: 'file-search',
    'aria-label': t('rules.search'),
    placeholder: t('rules.search'),
    autocomplete: 'off',
    oninput: debounced(80, drawTree),
  });

  async function check() {
    if (workspace.checking || workspace.changed === 0) return;
    fill(trouble);
    try {
      await workspace.check();
    } catch (failure) {
      fill(trouble, troubleView(failure, check));
    }
  }

  function drawTree() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const byRoom = [...workspace.paths].sort((a, b) => Number(b.startsWith('rules/')) - Number(a.startsWith('rules/')));
    const hits = byRoom.filter((one) => words.every((part) => one.includes(part)));
    const folders = Map.groupBy
      ? Map.groupBy(hits, folderOf)
      : hits.reduce((map, one) => map.set(folderOf(one), [...(map.get(folderOf(one)) ?? []), one]), new Map());
    fill(
      tree,
      hits.length
        ? [...folders].map(([folder, files]) =>
            h(
              'details',
              {class: 'fold folder', open: words.length > 0 || folder === folderOf(path)},
              h('summary', {}, icon('chevron'), folder, h('span', {class: 'faint'}, files.length)),
              files.map((one) =>
                h(
                  'a',
                  {class: `item file ${workspace.state(one)}`, href: `#/rules/${one}`, 'aria-current': one === path ? 'true' : null},
                  one.slice(folder.length + 1),
                  workspace.state(one) ? h('span', {class: 'badge info'}, t(`file.${workspace.state(one)}`)) : null,
                  workspace.flaws(one).length ? h('span', {class: 'badge bad'}, workspace.flaws(one).length) : null,
                ),
              ),
            ),
          )
        : h('p', {class: 'state'}, t('catalogue.none')),
    );
  }

  function marks() {
    code.mark(workspace.flaws(path));
    checkButton.disabled = workspace.checking || workspace.changed === 0;
    draftLink.textContent = t('rules.draft', {n: workspace.changed});
    checkButton.textContent = t(workspace.checking ? 'rules.checking' : 'rules.check');
    const checked = workspace.checked;
    fill(
      flaws,
      workspace.checking
        ? loading(t('rules.checking'))
        : !checked
          ? null
          : checked.flaws.length
            ? h(
                'ul',
                {},
                checked.flaws.map((flaw) =>
                  flawLine(flaw, () => {
                    if (flaw.file === path) code.goTo(flaw.line, flaw.column);
                    else location.hash = `#/rules/${flaw.file}?line=${flaw.line}&column=${flaw.column}`;
                  }),
                ),
              )
            : h('div', {class: 'note verify'}, t('rules.no-flaws'), ' ', h('a', {href: '#/draft'}, t('rules.to-draft'))),
    );
  }

  const redraw = () => {
    drawTree();
    marks();
  };
  workspace.addEventListener('change', redraw);
  fill(
    page,
    head(draftLink, checkButton),
    trouble,
    h(
      'div',
      {class: 'author-grid'},
      h('section', {class: 'card side', 'aria-label': t('rules.files')}, h('div', {class: 'tools'}, search), tree),
      h(
        'section',
        {class: 'card editor-card'},
        h(
          'div',
          {class: 'row apart wrap editor-head'},
          name,
          h(
            'div',
            {class: 'row'},
            h(
              'button',
              {
                type: 'button',
                class: 'button quiet small',
                onclick: () => {
                  workspace.revert(path);
                  openFile();
                },
              },
              icon('undo'),
              t('rules.revert'),
            ),
            newFile(),
          ),
        ),
        code.element,
        h('p', {class: 'faint editor-foot', id: 'editor-help'}, t('editor.help')),
        flaws,
      ),
      dry.element,
    ),
  );
  function openFile() {
    name.textContent = path;
    code.open(path, workspace.text(path));
    dry.element.hidden = !path.endsWith('.drl');
    if (path.endsWith('.drl')) dry.open(path);
    redraw();
  }
  openFile();
  const current = tree.querySelector('[aria-current]');
  if (current) tree.scrollTop = current.offsetTop - tree.offsetTop - tree.clientHeight / 3;
  if (line) code.goTo(line, column);
  return () => workspace.removeEventListener('change', redraw);
}

const folderOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf('/')));

function newFile() {
  const input = h('input', {
    class: 'mono',
    'aria-label': t('rules.new-path'),
    placeholder: 'rules/area/cause.drl',
    pattern: '(rules|knowledge)/[a-z0-9/.\\-]+\\.(drl|yaml|csv)',
    required: true,
  });
  const form = h(
    'form',
    {
      class: 'row',
      hidden: true,
      onsubmit: (event) => {
        event.preventDefault();
        workspace.add(input.value, workspace.text(input.value));
        location.hash = `#/rules/${input.value}`;
      },
    },
    input,
    h('button', {class: 'button small'}, t('rules.create')),
  );
  return [
    h(
      'button',
      {
        type: 'button',
        class: 'button quiet small',
        onclick: () => {
          form.hidden = !form.hidden;
          if (!form.hidden) input.focus();
        },
      },
      icon('plus'),
      t('rules.new'),
    ),
    form,
  ];
}

export function flawLine(flaw, go) {
  return h(
    'li',
    {class: `flaw ${flaw.severity}`},
    h(
      'button',
      {type: 'button', class: 'found-item', onclick: go},
      h(
        'span',
        {class: 'row wrap'},
        h('span', {class: `badge ${flaw.severity === 'error' ? 'bad' : 'warn'}`}, t(`severity.${flaw.severity}`)),
        h('span', {class: 'mono faint'}, `${flaw.file}:${flaw.line}:${flaw.column}`),
      ),
      h('span', {class: 'flaw-text'}, flaw.message),
      flaw.hint ? h('span', {class: 'soft'}, flaw.hint) : null,
      flaw.excerpt ? h('code', {class: 'excerpt'}, flaw.excerpt) : null,
    ),
  );
}
