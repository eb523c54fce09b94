import type { LocalIncidentRecord } from '#domain/incident.ts';

/** Months since year 0 of `YYYY-MM`; a bare year counts as its middle. */
export const monthIndex = (known: string): number =>
  Number(known.slice(0, 4)) * 12 + (known.length > 4 ? Number(known.slice(5, 7)) - 1 : 6);

/** Whether the article tells of something that became known in the month in which the article was published. */
export const isFresh = (record: LocalIncidentRecord): boolean =>
  record.article.publishedAt !== undefined && record.article.publishedAt.slice(0, 7) === record.known;

const commonest = (values: readonly string[]): string | undefined => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
};

/**
 * The month (or year) in which an incident became known: that of the earliest report which was about it when it was
 * news, else the one that most articles tell.
 */
export const knownOf = (members: readonly LocalIncidentRecord[]): string => {
  const mains = members.filter(m => m.role === 'main');
  const fresh = mains
    .filter(isFresh)
    .map(m => m.known)
    .sort();
  if (fresh[0] !== undefined) return fresh[0];
  const precise = (list: readonly LocalIncidentRecord[]): string[] =>
    list.map(m => m.known).filter(known => known.length > 4);
  const told = members.filter(m => m.role !== 'mention');
  return (
    commonest(precise(mains)) ??
    commonest(precise(told)) ??
    commonest(told.map(m => m.known)) ??
    members[0]?.known ??
    ''
  );
};
