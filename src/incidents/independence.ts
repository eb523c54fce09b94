import type { LocalIncidentRecord } from '#domain/incident.ts';

/** Fewest long passages that two articles must share before one can be called a copy of the other. */
const MIN_SHARED = 3;
/** Share of the smaller article's passages that must stand in the larger one too. */
const MIN_OVERLAP = 0.7;
/** A passage of fewer words says nothing about copying: everybody writes "customer data". */
const MIN_WORDS = 4;

const passages = (record: LocalIncidentRecord): ReadonlySet<string> =>
  new Set(
    record.claims
      .map(({ claim }) => claim.quote.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
      .filter(words => words.length >= MIN_WORDS)
      .map(words => words.join(' ')),
  );

const isCopy = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  const shared = [...a].filter(passage => b.has(passage)).length;
  return shared >= MIN_SHARED && shared >= MIN_OVERLAP * Math.min(a.size, b.size);
};

const reportedAt = (record: LocalIncidentRecord): string => record.article.publishedAt ?? record.article.fetchedAt;

/**
 * Which articles repeat another one's words: copies of one agency text count as one source.
 *
 * @returns article id → id of the earliest article of its group; articles that stand alone lead to themselves
 */
export const originalsOf = (records: readonly LocalIncidentRecord[]): ReadonlyMap<string, string> => {
  const sorted = [...records].sort((a, b) =>
    reportedAt(a) < reportedAt(b) ? -1 : reportedAt(a) > reportedAt(b) ? 1 : a.id < b.id ? -1 : 1,
  );
  const originals: { readonly id: string; readonly words: ReadonlySet<string> }[] = [];
  const groups = new Map<string, string>();
  for (const record of sorted) {
    const id = record.article.articleId;
    if (groups.has(id)) continue;
    const words = passages(record);
    const original = originals.find(other => isCopy(other.words, words));
    groups.set(id, original?.id ?? id);
    if (!original) originals.push({ id, words });
  }
  return groups;
};
