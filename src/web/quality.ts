import { readFileSync } from 'node:fs';

/** How good the facts are on one set of articles: shares of 1, as `docs/quality.md` writes them. */
export interface Measured {
  /** Heading of its section, and the sentence under it that says what kind of articles they are. */
  readonly what: string;
  readonly note: string;
  readonly precision: string;
  readonly recall: string;
}

const ROW = /^\| ALL FACTS \| (\d\.\d+)[^|]*\| (\d\.\d+)/m;
/** Sets of which only sums may be told have a line for each figure. */
const PRECISION = /^\| ALL FACTS precision \| (\d\.\d+)/m;
const RECALL = /^\| ALL FACTS recall \| (\d\.\d+)/m;

const figuresIn = (section: string): readonly [string | undefined, string | undefined] => {
  const [, precision, recall] = ROW.exec(section) ?? [];
  return [precision ?? PRECISION.exec(section)?.[1], recall ?? RECALL.exec(section)?.[1]];
};

const firstSentence = (section: string): string => {
  const paragraph =
    section
      .split('\n')
      .slice(1)
      .find(line => line !== '') ?? '';
  const [sentence = ''] = paragraph.split(/(?<=\.) /);
  return sentence.startsWith('|') ? '' : sentence.replaceAll('`', '');
};

/** The sections of `docs/quality.md` that measure all facts together. `text`: that file, which `npm run eval` writes. */
export const measuredIn = (text: string): readonly Measured[] =>
  text.split(/^## /m).flatMap(section => {
    const [precision, recall] = figuresIn(section);
    const [what = ''] = section.split('\n');
    return precision === undefined || recall === undefined
      ? []
      : [{ what, note: firstSentence(section), precision, recall }];
  });

/** So that the page says what was measured last. */
export const QUALITY: readonly Measured[] = measuredIn(
  readFileSync(new URL('../../docs/quality.md', import.meta.url), 'utf8'),
);
