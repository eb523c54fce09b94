import { earlier, instantOf } from '#domain/instant.ts';
import type { LedgerArticle, LedgerRevision } from '#domain/ledger.ts';

/** One time at which an article was fetched, with when the text that it had then was public. */
export interface Sighting {
  readonly revision: LedgerRevision;
  /** UTC ISO 8601. */
  readonly seenAt: string;
  /** UTC instant from which the public could read this text, as far as can be known. */
  readonly publicFrom: string;
  /** The same as the page says it, or as we saw it; absent where an undated article was seen first. */
  readonly publicLabel?: string;
  /** The text differs from the sighting before, and the page states no modification in between. */
  readonly stealth: boolean;
}

type Dated = Pick<Sighting, 'publicFrom' | 'publicLabel' | 'stealth'>;

const dated = (label: string | undefined, seenAt: string, stealth = false): Dated => ({
  // Whatever the page says, what was seen was public.
  publicFrom: earlier(instantOf(label) ?? seenAt, seenAt),
  ...(label === undefined ? {} : { publicLabel: label }),
  stealth,
});

/** The oldest text held: public since its publication; where it had been modified before we saw it, since then. */
const firstDated = ({ publishedAt, modifiedAt }: LedgerRevision, seenAt: string): Dated => {
  const published = instantOf(publishedAt);
  const modified = instantOf(modifiedAt);
  const isModified = modified !== undefined && (published === undefined || modified > published);
  return dated(isModified ? modifiedAt : published === undefined ? undefined : publishedAt, seenAt);
};

/** A text that differs from the one before: public since the modification stated, else since we saw it. */
const laterDated = ({ modifiedAt }: LedgerRevision, before: Sighting, seenAt: string): Dated => {
  const modified = instantOf(modifiedAt);
  return modified !== undefined && modified >= before.seenAt ? dated(modifiedAt, seenAt) : dated(seenAt, seenAt, true);
};

const bySeen = (a: Omit<Sighting, keyof Dated>, b: Omit<Sighting, keyof Dated>): number =>
  a.seenAt < b.seenAt ? -1 : a.seenAt > b.seenAt ? 1 : a.revision.id < b.revision.id ? -1 : 1;

/**
 * The sightings of an article up to an instant, oldest first. The feed's own words are a line of their own: that the page
 * says more than its feed is no edit.
 */
export const sightingsOf = (
  { revisions }: Pick<LedgerArticle, 'revisions'>,
  line: 'page' | 'feed',
  until: string,
): readonly Sighting[] => {
  const seen = revisions
    .filter(({ origin }) => (origin === 'feed') === (line === 'feed'))
    .flatMap(revision => revision.seenAt.map(seenAt => ({ revision, seenAt })))
    .filter(({ seenAt }) => seenAt <= until)
    .sort(bySeen);
  const chain: Sighting[] = [];
  for (const { revision, seenAt } of seen) {
    const before = chain.at(-1);
    const when =
      before === undefined
        ? firstDated(revision, seenAt)
        : before.revision.id === revision.id
          ? { ...before, stealth: false }
          : laterDated(revision, before, seenAt);
    chain.push({ ...when, revision, seenAt });
  }
  return chain;
};
