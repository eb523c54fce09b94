import { retailerRow } from './entities.ts';
import type { Mention, Sentence } from './types.ts';

/** "and Pizza Hut brand owner", "Zara's parent company": what follows a brand's name where its owner is meant. */
const OWNER = /^['’]?s? (?:brand |store |restaurant |fashion )?(?:owner|parent)(?: company| firm| group)?\b/i;
/** "Zara owner Inditex": the owner is named. */
const NAMED = /^,? \p{Lu}/u;
/** In a headline with capitals throughout, a word that no owner is called. */
const NO_NAME =
  /^,? (?:hit|breached|hacked|attacked|targeted|confirms?|says|suffers|warns|discloses|reports|admits|reveals|investigates|under|in|after|by|data|cyber\S*)\b/i;
const JOINT = /^,? ?(?:and |& )?$/;

/** The names that stand in one list with the last one, itself included. */
const listOf = (named: readonly Mention[], { text, start }: Sentence): readonly Mention[] => {
  const last = named.length - 1;
  const first = named.findLastIndex(
    (mention, at) =>
      at < last && !JOINT.test(text.slice(mention.end - start, (named[at + 1]?.start ?? mention.end) - start)),
  );
  return named.slice(first + 1);
};

/**
 * "KFC, Taco Bell and Pizza Hut brand owner": in a headline the firm that the brands belong to by the gazetteer stands in
 * place of them, where its own name does not follow.
 */
export const withOwners = (sentences: readonly Sentence[], mentions: readonly Mention[]): readonly Mention[] => {
  const [headline] = sentences;
  if (headline?.block.kind !== 'headline') return mentions;
  const named = mentions.filter(({ sentence, kind }) => sentence === headline.index && kind === 'retailer');
  for (const [at, mention] of named.entries()) {
    const after = headline.text.slice(mention.end - headline.start);
    const owner = OWNER.exec(after)?.[0];
    const rest = after.slice(owner?.length ?? 0);
    if (owner === undefined || (NAMED.test(rest) && !NO_NAME.test(rest))) continue;
    const brands = listOf(named.slice(0, at + 1), headline);
    const parents = new Set(brands.map(({ id }) => retailerRow(id)?.parent));
    const parent = retailerRow([...parents][0] ?? '');
    if (parents.size !== 1 || !parent) continue;
    const start = brands[0]?.start ?? mention.start;
    const end = mention.end + owner.length;
    const whole: Mention = {
      kind: 'retailer',
      id: parent.slug,
      name: parent.name,
      start,
      end,
      sentence: headline.index,
      via: 'reference',
    };
    return [...mentions.filter(other => other.end <= start || other.start >= end), whole].toSorted(
      (a, b) => a.start - b.start,
    );
  }
  return mentions;
};
