import { plain } from '../scope/plain.ts';
import type { Mention, Sentence } from '../types.ts';

/**
 * A sentence in plain lower case in which every name is a mark: `§3` a retailer or supplier, `¤4` another organisation,
 * `¢5` who only speaks, `¶6` an actor, `◊` an unknown name in a list; the number is the mention's place in the list given. Patterns then read relations, whatever the names.
 */
export interface Skeleton {
  readonly text: string;
  /** UTF-16 offset in the document of a place in `text`. */
  at(place: number): number;
}

/** A capitalised name within a list: some firm that the gazetteer does not know. */
const LISTED_NAME =
  /(?<=(?:, |\band |\bincluding |\blike |\bas |\bon |\bat |\bagainst |\bimpacted |\bhit ))\p{Lu}[\p{L}\p{N}&.$'’-]*(?: (?:\p{Lu}|for |of )[\p{L}\p{N}&.$'’-]*){0,4}(?=,| and )/gu;

/** What a name may be in the story. `speaker`: media, authorities, experts; they tell, and are not hit. */
export type Part = 'victim' | 'organisation' | 'speaker' | 'actor';

const MARK: Readonly<Record<Part, string>> = { victim: '§', organisation: '¤', speaker: '¢', actor: '¶' };

interface Piece {
  readonly text: string;
  readonly from: number;
}

/** A stretch of the sentence in plain lower case, unknown names of a list as marks. */
const listed = (sentence: Sentence, from: number, to: number): readonly Piece[] => {
  const written = sentence.text.slice(from - sentence.start, to - sentence.start);
  if (sentence.block.kind === 'headline' || !written.includes(',')) return [{ text: plain(written), from }];
  const parts: Piece[] = [];
  let done = 0;
  for (const match of written.matchAll(LISTED_NAME)) {
    parts.push(
      { text: plain(written.slice(done, match.index)), from: from + done },
      { text: '◊', from: from + match.index },
    );
    done = match.index + match[0].length;
  }
  return [...parts, { text: plain(written.slice(done)), from: from + done }];
};

/**
 * @param mentions those of the sentence, each with its place in the list of all
 * @param partOf what the mention at a place may be in the story
 */
export const skeletonOf = (
  sentence: Sentence,
  mentions: readonly { readonly mention: Mention; readonly index: number }[],
  partOf: (index: number) => Part,
): Skeleton => {
  const parts: Piece[] = [];
  let from = sentence.start;
  let previous: Mention | undefined;
  for (const { mention, index } of mentions) {
    if (mention.start < from) continue;
    const between = plain(sentence.text.slice(from - sentence.start, mention.start - sentence.start));
    const kind = partOf(index);
    const again = previous?.id === mention.id && /^['"]? ?\(["']?$/.test(between);
    if (again) {
      const close = sentence.text.indexOf(')', mention.end - sentence.start);
      from = close >= 0 && close - (mention.end - sentence.start) < 12 ? sentence.start + close + 1 : mention.end;
      continue;
    }
    parts.push(...listed(sentence, from, mention.start), { text: `${MARK[kind]}${index}`, from: mention.start });
    from = mention.end;
    previous = mention;
  }
  parts.push(...listed(sentence, from, sentence.end));
  const text = parts.map(part => part.text).join('');
  return {
    text,
    at: place => {
      let passed = 0;
      for (const part of parts) {
        if (place < passed + part.text.length) return part.from + (/^[§¤¢¶◊]/.test(part.text) ? 0 : place - passed);
        passed += part.text.length;
      }
      return sentence.end;
    },
  };
};

/** One mark, or several joined by commas and "and", with a few words of description between: "§1, the jeweller §2 and ¤3". */
export const GROUP =
  "(?:(?:[§¤]\\d+|◊)(?:'s?)?(?: \\([^)§¤]{0,40}\\))?(?:(?:(?:,? (?:and|or|as well as|along with|plus|&)|,|/) ?(?:[a-z'-]+ ){0,5}?| (?:subsidiaries|brands|labels|houses|chains|banners)(?:,? (?:including|such as|like|namely)|:)? )(?=[§¤◊]))?){1,16}";

/** The mention indexes of the marks for possible victims in a piece of a skeleton. */
export const marksIn = (text: string): readonly number[] =>
  [...text.matchAll(/§(\d+)/g)].map(match => Number(match[1]));
