/** Small plots of what the service counted. */
import {h, svg} from '../dom.js';
import {t, number} from '../messages.js';

const SIZE = 320;
const LEFT = 40;
const SPAN = SIZE - 60;
const across = (value) => LEFT + value * SPAN;
const up = (value) => SIZE - LEFT - value * SPAN;

/** How often causes held that were said to be so probable: on the diagonal the numbers mean what they say. */
export function calibrationPlot(bins) {
  const most = Math.max(1, ...bins.map((bin) => bin.cases));
  const cases = bins.reduce((sum, bin) => sum + bin.cases, 0);
  const grid = (value) => [
    svg('line', {x1: across(0), x2: across(1), y1: up(value), y2: up(value), class: 'plot-grid'}),
    svg('text', {x: LEFT - 6, y: up(value) + 4, class: 'plot-text end'}, `${value * 100}`),
    svg('text', {x: across(value), y: SIZE - 20, class: 'plot-text middle'}, `${value * 100}`),
  ];
  const dot = (bin) => [
    svg('line', {x1: across(bin.confidence), x2: across(bin.confidence), y1: up(bin.low), y2: up(bin.high), class: 'plot-reach'}),
    svg('circle', {cx: across(bin.confidence), cy: up(bin.right), r: 4 + 6 * Math.sqrt(bin.cases / most), class: 'plot-dot'}),
  ];
  return h(
    'figure',
    {class: 'plot'},
    svg(
      'svg',
      {viewBox: `0 0 ${SIZE} ${SIZE}`, role: 'img', 'aria-label': t('outcomes.calibration-label', {n: number(cases)})},
      [0, 0.25, 0.5, 0.75, 1].map(grid),
      svg('line', {x1: across(0), y1: up(0), x2: across(1), y2: up(1), class: 'plot-ideal'}),
      bins.filter((bin) => bin.cases).map(dot),
    ),
    h('figcaption', {class: 'faint'}, t('outcomes.calibration-help')),
  );
}

/** A share as a bar, with the reach of what it may really be. */
export function shareBar({share, low, high}) {
  const place = (from, to) => ({'inset-inline-start': `${from * 100}%`, 'inline-size': `${Math.max(1, (to - from) * 100)}%`});
  return h(
    'span',
    {class: 'share'},
    h(
      'span',
      {class: 'share-track', 'aria-hidden': 'true'},
      h('span', {class: 'share-bar', style: place(0, share)}),
      h('span', {class: 'share-reach', style: place(low, high)}),
    ),
    h('span', {class: 'number'}, `${Math.round(share * 100)} %`),
  );
}
