import type { Point } from '#domain/ledger.ts';
import { dateWords } from './dates.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';

const told = ({ asOf, knownAt }: Point): string =>
  [
    asOf !== undefined && `as the public could read it on ${dateWords(asOf)}`,
    knownAt !== undefined && `from what was held here on ${dateWords(knownAt)}`,
  ]
    .filter(part => part !== false)
    .join(', ');

/** Says that a page tells the past, and of which day; and asks for the day to look back to. */
export const asOfBar = (point: Point | undefined): Html => html`${
  point !== undefined &&
  html`<p class="deck" role="status">This is the past: ${told(point)}. <a href="?">To the present</a></p>`
}
<form method="get" class="as-of"><label for="as-of">As it could be read on</label>
<input type="date" id="as-of" name="asOf" required value="${point?.asOf?.slice(0, 10) ?? ''}"> <button>Look back</button></form>`;
