import type { Claim } from '#domain/claim.ts';
import type { Certainty, IncidentRole, Speaker } from '#domain/vocabulary.ts';
import { identityOf } from './merge.ts';
import type { BlockKind, IncidentDraft, Reading, Sentence } from './types.ts';

/** What is known of a claim when one asks how sure it is. */
export interface Circumstances {
  /** Rule id, `<kind>/<rule>`. */
  readonly rule: string;
  /** What it says, in a word: the data type, the action, the service's state … */
  readonly value: string;
  readonly certainty: Certainty;
  readonly by: Speaker;
  /** Role of the local incident under which it stands. */
  readonly role: IncidentRole;
  /** Local incidents of the article that have facts of their own. */
  readonly told: number;
  /** Whether it is said of several victims jointly. */
  readonly joint: boolean;
  /** Whether more than one sentence says it. */
  readonly again: boolean;
  readonly block: BlockKind;
  /** Position of its sentence among the article's. */
  readonly sentence: number;
  /** Where the victim is named: in the sentence, in the one before it, or farther away. */
  readonly named: 'here' | 'before' | 'far';
  /** What else the sentence names. */
  readonly beside: readonly ('retailer' | 'organisation' | 'actor')[];
}

const saidBy = (claim: Claim): string => {
  switch (claim.kind) {
    case 'attack':
      return claim.value.type;
    case 'actor':
      return claim.value.role;
    case 'data':
      return `${claim.value.type} ${claim.value.polarity}`;
    case 'people':
      return claim.value.sense;
    case 'service':
      return claim.value.state;
    case 'money':
      return claim.value.metric;
    case 'leak':
      return claim.value.state;
    case 'response':
    case 'legal':
      return claim.value.action;
    case 'date':
      return claim.value.what;
  }
};

const NOWHERE: Pick<Sentence, 'index' | 'block'> = { index: 0, block: { kind: 'paragraph', start: 0, end: 0 } };

/**
 * The circumstances of each claim of an article, in their order.
 * @param found all that the rules found, before the same fact told twice became one
 */
export const circumstancesOf = (
  claims: readonly Claim[],
  incidents: readonly IncidentDraft[],
  { sentences, mentions }: Pick<Reading, 'sentences' | 'mentions'>,
  found: readonly Claim[],
): readonly Circumstances[] => {
  const told = incidents.filter(({ role }) => role !== 'mention').length;
  const tellings = new Map<string, Set<number>>();
  const sentenceAt = (start: number) => sentences.find(one => one.start <= start && start < one.end) ?? NOWHERE;
  for (const claim of found) {
    const key = identityOf(claim);
    tellings.set(key, (tellings.get(key) ?? new Set()).add(sentenceAt(claim.start).index));
  }
  return claims.map(claim => {
    const incident = incidents[claim.incident];
    const { index, block } = sentenceAt(claim.start);
    const victimIn = (sentence: number): boolean =>
      mentions.some(mention => mention.sentence === sentence && mention.id === incident?.victim);
    const others = mentions.filter(({ sentence, id }) => sentence === index && id !== incident?.victim);
    return {
      rule: claim.rule,
      value: saidBy(claim),
      certainty: claim.certainty,
      by: claim.by,
      role: incident?.role ?? 'mention',
      told,
      joint: claim.sharedWith !== undefined,
      again: (tellings.get(identityOf(claim))?.size ?? 1) > 1,
      block: block.kind,
      sentence: index,
      named: victimIn(index) ? 'here' : victimIn(index - 1) ? 'before' : 'far',
      beside: [...new Set(others.map(({ kind }) => kind))],
    };
  });
};
