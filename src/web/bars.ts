import type { Html } from './html.ts';
import { html } from './html.ts';

/** A stretch of an axis, 0 to 1. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  /** Nobody says where it ends: the end is drawn in dashes. */
  readonly open?: boolean;
  readonly kind: string;
}

const WIDTH = 1000;
const HEIGHT = 14;
/** So that a single day, or a single sum, can be seen. */
const LEAST = 6;
const DASHES = 3;
const DASH = 10;

const place = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * (WIDTH - LEAST));

const dashes = (end: number, kind: string): readonly Html[] =>
  Array.from(
    { length: DASHES },
    (_, index) =>
      html`<rect class="${kind}" x="${end - (DASHES - index) * 2 * DASH + DASH}" width="${DASH}" height="${HEIGHT}"/>`,
  );

const drawn = ({ from, to, open = false, kind }: Bar): readonly Html[] => {
  const start = place(from);
  const end = Math.max(place(to), start) + LEAST;
  const solid = open ? Math.max(start + LEAST, end - DASHES * 2 * DASH) : end;
  return [
    html`<rect class="${kind}" x="${start}" width="${solid - start}" height="${HEIGHT}"/>`,
    ...(open ? dashes(end, kind) : []),
  ];
};

/**
 * Stretches of one axis as SVG that fills the width which it is given. The words stand beside it in the table, so it is
 * hidden from who listens.
 */
export const barChart = (bars: readonly Bar[]): Html =>
  html`<svg class="bars" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true" focusable="false">${bars.flatMap(drawn)}</svg>`;
