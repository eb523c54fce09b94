import { createRequire } from 'node:module';
import type * as Plot from '@observablehq/plot';
import type * as Linkedom from 'linkedom';
import type { Html } from './html.ts';
import { drawing, html } from './html.ts';

const require = createRequire(import.meta.url);
/** Loaded with the first chart: it brings all of d3, some 30 MB that no other work needs. */
const library = (): typeof Plot => require('@observablehq/plot') as typeof Plot;

/** A stretch of an axis, or a point on it where both ends are one. */
export interface PlottedRow {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  /** Nobody says where it ends: it ends in dashes. */
  readonly open?: boolean;
  /** In which colour of the stylesheet it is drawn. */
  readonly tone: 'strong' | 'faint' | 'plain';
}

/** The axis at the top; `from` and `to` are always on it. */
export interface PlottedAxis {
  readonly type: 'utc' | 'linear';
  readonly from: number;
  readonly to: number;
  readonly label?: string;
  readonly tickFormat?: (value: number) => string;
  /** Letters for which room is kept at the left, so that drawings above each other have their axes in line. */
  readonly letters?: number;
}

type Row = PlottedRow & { readonly key: string };

const COLOURS = { strong: 'var(--accent)', faint: 'var(--muted)', plain: 'var(--ink)' } as const;
/** Units of the drawing, which the page shows as wide as there is room: on screens, and on phones. */
const SIZES = [
  { name: 'wide', width: 880, font: 12, row: 28, ticks: 6 },
  { name: 'narrow', width: 340, font: 12, row: 42, ticks: 3 },
] as const;
type Size = (typeof SIZES)[number];
/** Width of a letter, about, in units of the drawing. */
const LETTER = 6.9;
/** Of the axis. */
const DASHES = [0.012, 0.03, 0.048] as const;
const DASH = 0.01;

/** What is drawn of a row: whole, or, where the end is open, its beginning and dashes. */
const pieces = (row: Row, { from, to }: PlottedAxis): readonly Row[] => {
  const span = to - from;
  if (row.open !== true || row.to - row.from < span / 10) return [row];
  const dashes = DASHES.map(place => row.to - place * span);
  const solid = Math.min(...dashes) - DASH * span;
  return [{ ...row, to: solid }, ...dashes.map(end => ({ ...row, from: end, to: end + DASH * span }))];
};

const place = (value: number, { type }: PlottedAxis): number | Date => (type === 'utc' ? new Date(value) : value);

const marksOf = (rows: readonly Row[], axis: PlottedAxis, size: Size): Plot.Markish[] => {
  const { barX, dot } = library();
  const x = { x1: (row: Row) => place(row.from, axis), x2: (row: Row) => place(row.to, axis), y: 'key' };
  const inset = size.name === 'narrow' ? { insetTop: 24, insetBottom: 8 } : { insetTop: 9, insetBottom: 9 };
  const dy = size.name === 'narrow' ? 8 : 0;
  return (['strong', 'faint', 'plain'] as const).flatMap(tone => {
    const toned = rows.filter(row => row.tone === tone);
    const stretches = toned.filter(row => row.to > row.from).flatMap(row => pieces(row, axis));
    const points = toned.filter(row => row.to === row.from);
    const fill = COLOURS[tone];
    return [
      barX(stretches, { ...x, ...inset, fill }),
      dot(points, { x: x.x1, y: 'key', r: 5, dy, fill, stroke: 'var(--paper)' }),
    ];
  });
};

const labels = (rows: readonly Row[], { name }: Size): Plot.Markish => {
  const { axisY, text } = library();
  if (name === 'narrow')
    return text(rows, { y: 'key', text: 'label', frameAnchor: 'left', textAnchor: 'start', dy: -12 });
  const tickFormat = (key: string): string => labelOf(rows, key);
  return axisY({ tickSize: 0, tickPadding: 10, label: null, textAnchor: 'end', tickFormat });
};

const labelOf = (rows: readonly Row[], key: string): string => rows.find(row => row.key === key)?.label ?? '';

const optionsOf = (rows: readonly Row[], axis: PlottedAxis, size: Size): Plot.PlotOptions => {
  const { axisX, gridX } = library();
  const longest = axis.letters ?? Math.max(...rows.map(({ label }) => label.length));
  const top = axis.label === undefined ? 22 : 38;
  return {
    className: 'plot',
    width: size.width,
    height: rows.length * size.row + top + 6,
    marginTop: top,
    marginBottom: 6,
    marginLeft: size.name === 'narrow' ? 4 : Math.min(345, longest * LETTER + 16),
    marginRight: 24,
    x: { type: axis.type, domain: [place(axis.from, axis), place(axis.to, axis)], label: null },
    y: { type: 'band', domain: rows.map(({ key }) => key), padding: 0, axis: null },
    marks: [
      gridX({ ticks: size.ticks, stroke: 'var(--rule)', strokeOpacity: 1 }),
      axisX({
        anchor: 'top',
        ticks: size.ticks,
        tickSize: 0,
        label: axis.label ?? null,
        labelAnchor: 'left',
        labelArrow: 'none',
        ...(axis.tickFormat === undefined ? {} : { tickFormat: axis.tickFormat }),
      }),
      ...marksOf(rows, axis, size),
      labels(rows, size),
    ],
  };
};

/** Plot writes a style of its own into the drawing, which the pages' policy forbids; ours has what it needs. */
const drawn = (document: Document, rows: readonly Row[], axis: PlottedAxis, size: Size): string => {
  const svg = library().plot({ ...optionsOf(rows, axis, size), document });
  for (const style of svg.querySelectorAll('style')) style.remove();
  svg.setAttribute('font-size', String(size.font));
  svg.setAttribute('class', `plot ${size.name}`);
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  return svg.outerHTML;
};

/**
 * Stretches and points of one axis, a row each, drawn with Observable Plot: once for screens and once for phones, of which
 * the stylesheet shows one. The same stands in words in a table beneath, so it is hidden from who listens.
 */
export const rowPlot = (given: readonly PlottedRow[], axis: PlottedAxis): Html => {
  const { parseHTML } = require('linkedom') as typeof Linkedom;
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const rows = given.map((row, index) => ({ ...row, key: String(index) }));
  return html`${SIZES.map(size => drawing(drawn(document, rows, axis, size)))}`;
};
