import type { Figure, Figures } from './figures.ts';

const number = (value: number | null): string =>
  value === null || !Number.isFinite(value)
    ? '–'
    : Number.isInteger(value) && value > 1
      ? String(value)
      : value.toFixed(3);
/** A figure with its interval in brackets. */
export const withInterval = (figure: Figure | undefined): string =>
  figure === undefined ? '–' : `${number(figure.value)} (${number(figure.low)}–${number(figure.high)})`;
/** A share as percent. */
export const percent = (share: number): string => (Number.isFinite(share) ? `${(share * 100).toFixed(1)} %` : '–');

/** Precision, recall and F1 of a row. */
export const scores = (figures: Figures, row: string): readonly string[] =>
  ['precision', 'recall', 'F1'].map(part => withInterval(figures[`${row} ${part}`]));
