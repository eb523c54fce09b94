import type { DataMention } from './mentions.ts';

/** Data types told in one breath: "names, addresses and phone numbers". Offsets into the sentence's plain text. */
export interface DataList {
  readonly mentions: readonly DataMention[];
  readonly start: number;
  readonly end: number;
}

const LONGEST_GAP = 75;
/** A word that is no part of an enumeration: a verb, a negation, the begin of another clause. */
const BREAKS =
  /[;]|(?<!\b[a-z]\.[a-z])\. |\b(?:was|were|is|are|has|have|had|been|did|does|do|not|no|nor|will|would|could|may|might|to|that|which|but|without|neither|stolen|stole|exposed|taken|accessed|leaked|compromised|affected|impacted|include|includes|included|contain|contains|contained|hold|holds|held|list|lists|listed|show|shows|said|says|after|while|from|rather|except|excluding|only|used|using|reset|monitor|so|because|remain|remains)\b|n't/;

const PARTS_FOLLOW = /\b(?:including|such as|like|namely|specifically|e\.g\.)/;

/** The parts that a list tells of its umbrella: "customer data, including names and addresses"; none without one. */
export const partsOf = (text: string, list: DataList): DataList | undefined => {
  const at = list.mentions.findIndex(
    ({ start }, i) => i > 0 && PARTS_FOLLOW.test(text.slice(list.mentions[i - 1]?.end ?? start, start)),
  );
  const first = list.mentions[at];
  return first === undefined ? undefined : { mentions: list.mentions.slice(at), start: first.start, end: list.end };
};

/** "birthdays (encoded, but easily guessed)": an aside ends no list. */
const withoutAsides = (gap: string): string => gap.replace(/\([^()]*\)/g, '');

/** Groups the data types of a sentence into enumerations. */
export const listsOf = (text: string, mentions: readonly DataMention[]): readonly DataList[] => {
  const lists: DataList[] = [];
  for (const mention of mentions) {
    const last = lists.at(-1);
    const gap = last === undefined ? '' : withoutAsides(text.slice(last.end, mention.start));
    if (last !== undefined && gap.length <= LONGEST_GAP && !BREAKS.test(gap))
      lists[lists.length - 1] = { mentions: [...last.mentions, mention], start: last.start, end: mention.end };
    else lists.push({ mentions: [mention], start: mention.start, end: mention.end });
  }
  return lists;
};
