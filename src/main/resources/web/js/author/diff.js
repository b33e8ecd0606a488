/** How files differ, as the service counted it. */
import {h} from '../dom.js';
import {t} from '../messages.js';

const SIGN = {both: ' ', old: '−', new: '+'};

export function diffView(answer) {
  if (!answer.files.length) return h('p', {class: 'soft'}, t('diff.none'));
  return h(
    'div',
    {class: 'stack'},
    answer.files.map((file) =>
      h(
        'details',
        {class: 'fold diff-file', open: answer.files.length < 6},
        h('summary', {}, h('span', {class: 'mono'}, file.path), h('span', {class: 'badge info'}, t(`file.${file.change}`))),
        file.hunks.map((hunk) =>
          h(
            'div',
            {class: 'diff scroll-x', tabindex: '0', role: 'region', 'aria-label': t('diff.at', {line: hunk.to})},
            h('div', {class: 'faint mono'}, `@ ${hunk.from} → ${hunk.to}`),
            hunk.lines.map((line) =>
              h(
                'div',
                {class: `diff-line ${line.kind}`},
                h('span', {class: 'diff-sign'}, SIGN[line.kind], h('span', {class: 'offscreen'}, t(`diff.${line.kind}`))),
                h('code', {}, line.text),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}
