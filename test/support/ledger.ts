import type { Claim } from '#domain/claim.ts';
import type { Decision, DecisionAction } from '#domain/decision.ts';
import type { LedgerAnalysis, LedgerArticle, LedgerRevision, VictimLedger } from '#domain/ledger.ts';
import type { ToldClaim } from './story.ts';

/** One text of an article: when it was seen, what its page says of its dates, and what is read in it. */
export interface ToldText {
  readonly id?: string;
  readonly seen: readonly string[];
  readonly published?: string;
  readonly modified?: string;
  readonly origin?: LedgerRevision['origin'];
  readonly title?: string;
  readonly claims?: readonly (ToldClaim & { readonly noted?: string })[];
  /** Further readings by later rules. */
  readonly later?: readonly {
    readonly at: string;
    readonly extractor: string;
    readonly claims: readonly ToldClaim[];
  }[];
  readonly known?: string;
}

const full = (claim: ToldClaim, index: number): Claim =>
  ({
    certainty: 'reported',
    by: 'media',
    quote: `words ${index} that were told`,
    incident: 0,
    start: index * 10,
    end: index * 10 + 9,
    rule: 'test/told',
    confidence: 1,
    ...claim,
  }) as Claim;

/** A ledger's article. A claim's words are held in every text that tells them. */
export const ledgerArticle = (id: string, texts: readonly ToldText[]): LedgerArticle => {
  const named = texts.map((text, index) => ({ ...text, id: text.id ?? `rev-${id}-${index}` }));
  const readings = named.map(text => ({
    text,
    all: [{ at: text.seen[0] ?? '', extractor: 'rules-1', claims: text.claims ?? [] }, ...(text.later ?? [])].map(
      reading => ({ ...reading, claims: reading.claims.map(full) }),
    ),
  }));
  const holding = (quote: string): string[] =>
    readings.filter(({ all }) => all.some(({ claims }) => claims.some(c => c.quote === quote))).map(r => r.text.id);
  const analyses = readings.flatMap(({ text, all }) =>
    all.map(
      (reading): LedgerAnalysis => ({
        id: `ana-${text.id}-${reading.extractor}`,
        revision: text.id,
        extractor: reading.extractor,
        analysedAt: reading.at,
        incidents: [
          {
            position: 0,
            victim: 'lanternby',
            name: 'Lanternby',
            role: 'main',
            known: text.known ?? '2031-03',
            claims: reading.claims.map((claim, index) => ({
              id: `clm-${text.id}-${reading.extractor}-${index}`,
              claim,
              heldIn: [...new Set([text.id, ...holding(claim.quote)])],
            })),
          },
        ],
      }),
    ),
  );
  return {
    id,
    url: `https://news.example/${id}`,
    publisher: `${id} news`,
    publisherKind: 'news',
    revisions: named.map(text => ({
      id: text.id,
      title: text.title ?? `Report ${id}`,
      ...(text.published === undefined ? {} : { publishedAt: text.published }),
      ...(text.modified === undefined ? {} : { modifiedAt: text.modified }),
      origin: text.origin ?? 'page',
      seenAt: text.seen,
    })),
    analyses,
  };
};

export const decision = (id: string, at: string, action: DecisionAction): Decision => ({
  id,
  who: 'Ada Desk',
  why: 'It is so.',
  at,
  ...action,
});

export const ledger = (articles: readonly LedgerArticle[], over: Partial<VictimLedger> = {}): VictimLedger => ({
  victim: 'lanternby',
  articles,
  assignments: [],
  decisions: [],
  ...over,
});
