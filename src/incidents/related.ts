import type { IncidentSummary } from '#domain/incident.ts';
import { RELATION_KINDS, type Relation, type RelationKind } from '#domain/related.ts';
import type { Timeline } from '#domain/timeline.ts';
import type { AttackType } from '#domain/vocabulary.ts';
import { monthIndex } from './known.ts';

/** Weeks between the first reports of two incidents of one campaign, at most. */
const CAMPAIGN_WEEKS = 10;
/** Months between an attack on a supplier and what its customers tell of it, at most. */
const SUPPLY_MONTHS = 6;
/** Too common to be anybody's way of doing it. */
const COMMON: ReadonlySet<AttackType> = new Set<AttackType>(['unspecified', 'data-theft']);
const WEEK = 7 * 86_400_000;

/** What relating compares of one incident. */
export interface RelatedFacts {
  readonly summary: IncidentSummary;
  /** Words in which somebody says that it came through another firm. */
  readonly through: readonly string[];
  /** Retailers with which it is spoken of as one. */
  readonly joint: ReadonlySet<string>;
}

/** Reads in a timeline what relating compares. */
export const factsOf = ({ incident, events }: Timeline): RelatedFacts => ({
  summary: incident,
  through: events.flatMap(event =>
    event.kind === 'attack' && 'type' in event.value && event.value.type === 'supply-chain'
      ? event.sources.filter(({ certainty }) => certainty !== 'denied').map(({ quote }) => quote)
      : [],
  ),
  joint: new Set(events.flatMap(event => event.sharedWith ?? [])),
});

const monthsApart = (a: IncidentSummary, b: IncidentSummary): number =>
  Math.abs(monthIndex(a.known) - monthIndex(b.known));

/** Weeks between the first reports; where one is not dated, by the months in which they became known. */
const weeksApart = (a: IncidentSummary, b: IncidentSummary): number => {
  if (a.firstReportedAt === undefined || b.firstReportedAt === undefined) return monthsApart(a, b) * 4;
  return Math.abs(Date.parse(a.firstReportedAt) - Date.parse(b.firstReportedAt)) / WEEK;
};

const sharedWords = (a: readonly string[], b: readonly string[]): readonly string[] => {
  const others = new Set(b.map(word => word.toLowerCase()));
  return [...new Set(a)].filter(word => others.has(word.toLowerCase())).sort();
};

const actorsOf = ({ actors }: IncidentSummary): readonly string[] =>
  actors.filter(({ certainty }) => certainty !== 'denied').map(({ name }) => name);
const methodsOf = ({ attackTypes }: IncidentSummary): readonly AttackType[] =>
  attackTypes.filter(({ type, certainty }) => certainty !== 'denied' && !COMMON.has(type)).map(({ type }) => type);

const campaign = (a: IncidentSummary, b: IncidentSummary): readonly string[] => {
  const weeks = weeksApart(a, b);
  const [actors, methods] = [sharedWords(actorsOf(a), actorsOf(b)), sharedWords(methodsOf(a), methodsOf(b))];
  if (actors.length === 0 || methods.length === 0 || weeks > CAMPAIGN_WEEKS) return [];
  return [
    `${actors.join(' and ')} ${actors.length === 1 ? 'is' : 'are'} named in both`,
    `both are reported as ${methods.join(' and ')}`,
    weeks < 1 ? 'first reported in the same week' : `first reported ${Math.round(weeks)} weeks apart`,
  ];
};

const namesFirm = (quote: string, { retailer }: IncidentSummary): boolean =>
  ` ${quote.toLowerCase().replace(/[^\p{L}\p{N}&]+/gu, ' ')} `.includes(
    ` ${retailer.name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}&]+/gu, ' ')
      .trim()} `,
  );

const throughOther = (a: RelatedFacts, b: RelatedFacts): readonly string[] => {
  if (monthsApart(a.summary, b.summary) > SUPPLY_MONTHS) return [];
  const quote = a.through.find(words => namesFirm(words, b.summary));
  return quote === undefined
    ? []
    : [`of ${a.summary.retailer.name} it is said to have come through ${b.summary.retailer.name}: “${quote}”`];
};

const joint = (a: RelatedFacts, b: RelatedFacts): readonly string[] => {
  const isJoint = a.joint.has(b.summary.retailer.slug) || b.joint.has(a.summary.retailer.slug);
  return isJoint && weeksApart(a.summary, b.summary) <= CAMPAIGN_WEEKS ? ['somebody speaks of both as one'] : [];
};

/**
 * How another incident has to do with this one: they stay two incidents. Two incidents of one retailer are not related
 * for being so; that is what its list of incidents shows.
 */
export const relate = (own: RelatedFacts, other: RelatedFacts): readonly Relation[] => {
  if (own.summary.id === other.summary.id || own.summary.retailer.slug === other.summary.retailer.slug) return [];
  const reasons: Readonly<Record<RelationKind, readonly string[]>> = {
    campaign: campaign(own.summary, other.summary),
    supplier: throughOther(own, other),
    customer: throughOther(other, own),
    joint: joint(own, other),
  };
  const { id, title } = other.summary;
  return RELATION_KINDS.filter(kind => reasons[kind].length > 0).map(kind => ({
    incident: id,
    title,
    kind,
    reasons: reasons[kind],
  }));
};

/** All relations of an incident to others, by kind and id. */
export const relationsOf = (own: RelatedFacts, others: readonly RelatedFacts[]): readonly Relation[] =>
  others
    .flatMap(other => relate(own, other))
    .sort(
      (a, b) => RELATION_KINDS.indexOf(a.kind) - RELATION_KINDS.indexOf(b.kind) || (a.incident < b.incident ? -1 : 1),
    );
