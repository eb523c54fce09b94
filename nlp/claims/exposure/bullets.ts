import type { DataClaim } from '#domain/claim.ts';
import { certaintyOf } from '../../certainty.ts';
import { quoteOf } from '../../quote.ts';
import type { Reading, Scope, Sentence } from '../../types.ts';
import { opensTakenList } from './belonging.ts';
import { dataClaim } from './claim.ts';
import type { DataMention } from './mentions.ts';

const LONGEST_ITEM = 160;
const LONGEST_LIST = 60;

/** The sentence that opens the bullet list in which a sentence stands, if it tells of taken data. */
export const openerOf = (reading: Reading, item: Sentence): Sentence | undefined => {
  if (item.block.kind !== 'list-item' || item.text.length > LONGEST_ITEM) return undefined;
  const opener = reading.sentences
    .slice(Math.max(0, item.index - LONGEST_LIST), item.index)
    .findLast(sentence => sentence.block.kind !== 'list-item');
  if (opener === undefined || !/:\s*["”*_]*$/.test(opener.text)) return asksForData(opener) ? opener : undefined;
  const before = reading.sentences.slice(Math.max(0, opener.index - 2), opener.index).map(({ letters }) => letters);
  return opensTakenList(opener.letters, before) ? opener : undefined;
};

const ASKED =
  /\b(?:what|which) (?:[\w' ]{0,30} )?(?:information|data|details|info)\b[^?]{0,40}\b(?:involved|affected|impacted|accessed|stolen|taken|exposed|compromised|leaked|obtained|breached)\b[^?]{0,40}\?/;

/** Whether a sentence asks which data were taken, as notices and lists of questions do; what follows it answers. */
export const asksForData = (sentence: Sentence | undefined): boolean =>
  sentence !== undefined && ASKED.test(sentence.letters);

const lastWord = (sentence: Sentence): readonly [number, number] => {
  const end = sentence.start + sentence.letters.replace(/[:\s"]+$/, '').length;
  return [end - 1, end];
};

const both = (a: Scope, b: Scope): Scope => ({
  negated: a.negated || b.negated,
  hedged: a.hedged || b.hedged,
  conditional: a.conditional || b.conditional,
  generic: a.generic || b.generic,
});

/** The claims of a bullet-list item: scope and speaker are those of the sentence that opened the list. */
export const listed = (
  reading: Reading,
  item: Sentence,
  opener: Sentence,
  mentions: readonly DataMention[],
): readonly DataClaim[] => {
  const [from, to] = lastWord(opener);
  const opening = reading.scopeAt(opener, from, to);
  const attribution = reading.attributionAt(opener, from, to);
  return mentions.flatMap(({ type, start, end }) => {
    const scope = both(opening, reading.scopeAt(item, item.start + start, item.start + end));
    if ((scope.conditional && !asksForData(opener)) || scope.generic) return [];
    return reading.incidentsAt(opener, opener.start, opener.end).map(incident =>
      dataClaim(item, {
        incident,
        type,
        context: [item.letters, opener.letters],
        negated: scope.negated,
        certainty: certaintyOf(scope, attribution),
        attribution,
        quote: quoteOf(reading.text, item.start + start, item.start + end),
        rule: 'data/bullet-list',
        confidence: 0.9,
      }),
    );
  });
};
