import type { Claim } from '#domain/claim.ts';
import type { LocalIncidentRecord } from '#domain/incident.ts';
import type { AttackType, ClaimKind } from '#domain/vocabulary.ts';
import { monthIndex, onsetOf } from './known.ts';

/** What a report says of when its incident began, and how much that is worth. */
export type Dating =
  /** A claim dates the onset. */
  | 'stated'
  /** A month or a past year is told without a claim that dates the onset, or only about and with nothing else. */
  | 'told'
  /** Nothing but the month in which the report appeared, which reads as news. */
  | 'fresh'
  /** Nothing but the year in which the report appeared: it looks back on something. */
  | 'backward';

/** A stretch of months, as `monthIndex` counts them, both ends included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** What linking compares of one local incident. */
export interface Traits {
  readonly record: LocalIncidentRecord;
  readonly dating: Dating;
  /** When it began, as told: a month, the months of an onset, or the months of a year. */
  readonly span: Span;
  /** Month in which the report appeared. */
  readonly reported: number | undefined;
  /** It tells of harm or of the first days: a report of an attack, not one that merely names it. */
  readonly telling: boolean;
  /** It tells of what comes later: costs, results, courts, things restored. */
  readonly aftermath: boolean;
  readonly actors: ReadonlySet<string>;
  readonly methods: ReadonlySet<string>;
  readonly figures: readonly Figure[];
  /** Days that are stated exactly: `discovered 2025-04-23` as the event and the day since 1970. */
  readonly days: readonly { readonly what: string; readonly day: number }[];
  readonly names: ReadonlySet<string>;
  readonly headline: ReadonlySet<string>;
}

/** A count or an amount, comparable with others of its kind. */
export interface Figure {
  readonly kind: string;
  readonly value: number;
}

/** Attack types that nearly every incident has; sharing them says nothing. */
const COMMON: ReadonlySet<AttackType> = new Set<AttackType>(['unspecified', 'data-theft']);
const HARM: ReadonlySet<ClaimKind> = new Set<ClaimKind>(['data', 'people', 'leak', 'actor']);
const DAY = 86_400_000;

const isTelling = (claim: Claim): boolean => {
  if (claim.kind === 'attack') return claim.value.type !== 'unspecified';
  if (claim.kind === 'service') return claim.value.state === 'suspended';
  if (claim.kind === 'response') return claim.value.action.endsWith('-notified') || claim.value.action === 'contained';
  return HARM.has(claim.kind);
};

const isAftermath = (claim: Claim): boolean =>
  claim.kind === 'money' ||
  claim.kind === 'legal' ||
  (claim.kind === 'service' && claim.value.state === 'restored') ||
  (claim.kind === 'date' && ['results', 'court', 'arrest', 'service-restored'].includes(claim.value.what));

const figureOf = ({ kind, value }: Claim): readonly Figure[] => {
  if (kind === 'people') return value.sense === 'affected' ? [{ kind: 'people', value: value.count }] : [];
  if (kind !== 'money' || value.amount === undefined) return [];
  return [{ kind: `${value.metric} ${value.currency ?? ''}`, value: Math.abs(value.amount) }];
};

const dayOf = (claim: Claim): Traits['days'] => {
  if (claim.kind !== 'date' || !['attack', 'intrusion', 'discovered'].includes(claim.value.what)) return [];
  if (claim.date.precision !== 'day') return [];
  return [{ what: claim.value.what, day: Date.parse(claim.date.edtf) / DAY }];
};

/** Words with a capital inside a sentence: names of firms, people, products. A quote's first word has one anyhow. */
const namesIn = (quote: string): readonly string[] =>
  [...quote.matchAll(/(?<=[\p{Ll},] )\p{Lu}[\p{L}\p{N}]{3,}/gu)].map(([name]) => name.toLowerCase());

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];

/** Months of the year that a report names without a month. */
const yearSpan = (year: string): Span => ({ first: monthIndex(`${year}-01`), last: monthIndex(`${year}-12`) });

/** Months at most in which an incident goes on unseen or untold: then its beginning and its news are one stretch. */
const LONGEST_SILENCE = 6;

/** From the onset to the month in which it became known: others may date it by either. */
const throughNews = (onset: Span, known: number | undefined): Span => ({
  first: onset.first,
  last: known !== undefined && known - onset.last <= LONGEST_SILENCE ? Math.max(onset.last, known) : onset.last,
});

const datingOf = (record: LocalIncidentRecord, telling: boolean): Dating => {
  const { known, article } = record;
  const onset = onsetOf(record);
  if (onset) return onset.exact || telling ? 'stated' : 'told';
  const published = article.publishedAt;
  if (published === undefined) return 'told';
  if (known.length > 4) return published.startsWith(known) ? 'fresh' : 'told';
  return published.startsWith(known) ? 'backward' : 'told';
};

/** What linking compares of a local incident; the victim's own name is no shared name. */
export const traitsOf = (record: LocalIncidentRecord): Traits => {
  const claims = record.claims.map(({ claim }) => claim);
  const affirmed = claims.filter(claim => claim.certainty !== 'denied');
  const telling = claims.some(isTelling);
  const own = new Set(wordsOf(record.name));
  const { publishedAt } = record.article;
  const onset = onsetOf(record);
  const known = record.known.length > 4 ? monthIndex(record.known) : undefined;
  return {
    record,
    dating: datingOf(record, telling),
    span: onset
      ? throughNews(onset, known)
      : known === undefined
        ? yearSpan(record.known)
        : { first: known, last: known },
    reported: publishedAt === undefined ? undefined : monthIndex(publishedAt.slice(0, 7)),
    telling,
    aftermath: claims.some(isAftermath),
    actors: new Set(affirmed.flatMap(claim => (claim.kind === 'actor' ? [claim.value.name.toLowerCase()] : []))),
    methods: new Set(
      affirmed.flatMap(claim => (claim.kind === 'attack' && !COMMON.has(claim.value.type) ? [claim.value.type] : [])),
    ),
    figures: claims.flatMap(figureOf),
    days: claims.flatMap(dayOf),
    names: new Set(claims.flatMap(({ quote }) => namesIn(quote)).filter(name => !own.has(name))),
    headline: new Set(wordsOf(record.article.title).filter(word => !own.has(word))),
  };
};
