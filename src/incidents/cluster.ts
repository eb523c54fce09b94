import type { Figure, Span, Traits } from './traits.ts';

/** Local incidents that are taken for one, with what they tell together. */
export interface Cluster {
  readonly members: readonly Traits[];
  /** From the first to the last month in which it began, as its members tell; those that only look back widen nothing. */
  readonly span: Span;
  /** Whether a report dates its beginning; else the span is only when it was reported. */
  readonly dated: boolean;
  /** How many members share each trait, so that a member can be compared with the others. */
  readonly actors: ReadonlyMap<string, number>;
  readonly methods: ReadonlyMap<string, number>;
  readonly names: ReadonlyMap<string, number>;
  readonly figures: readonly { readonly figure: Figure; readonly by: Traits }[];
  readonly days: Traits['days'];
}

const counted = (members: readonly Traits[], pick: (traits: Traits) => ReadonlySet<string>): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const member of members) for (const word of pick(member)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

const spanOf = (members: readonly Traits[]): Span => ({
  first: Math.min(...members.map(({ span }) => span.first)),
  last: Math.max(...members.map(({ span }) => span.last)),
});

/** How firmly each way of dating says when an incident began; the firmest one among the members counts. */
const FIRMNESS: readonly (readonly Traits['dating'][])[] = [['stated'], ['fresh'], ['told'], ['backward']];

/**
 * Local incidents as one cluster.
 *
 * @param members at least one; the cluster does not depend on their order
 */
export const clusterOf = (members: readonly Traits[]): Cluster => {
  const firmest = FIRMNESS.map(datings => members.filter(({ dating }) => datings.includes(dating))).find(
    group => group.length > 0,
  );
  return {
    members,
    span: spanOf(firmest ?? members),
    dated: members.some(({ dating }) => dating === 'stated' || dating === 'told'),
    actors: counted(members, ({ actors }) => actors),
    methods: counted(members, ({ methods }) => methods),
    names: counted(members, ({ names }) => names),
    figures: members.flatMap(by => by.figures.map(figure => ({ figure, by }))),
    days: members.flatMap(({ days }) => days),
  };
};

/** Months between two stretches; 0 where they meet. */
export const gapOf = (a: Span, b: Span): number => Math.max(0, a.first - b.last, b.first - a.last);

/** Local incidents by their articles. */
export type ByArticle = ReadonlyMap<string, Traits>;

export const byArticle = (members: readonly Traits[]): Map<string, Traits> =>
  new Map(members.map(traits => [traits.record.article.articleId, traits]));

/**
 * Whether one article tells of both as two: an article that tells of two attacks on one victim knows that they are two,
 * unless it dates both to the same months.
 */
export const areTwo = (a: ByArticle, b: readonly Traits[]): boolean =>
  b.some(other => {
    const same = a.get(other.record.article.articleId);
    return same !== undefined && same !== other && gapOf(same.span, other.span) > 0;
  });
