import type { RetailerTraits, Store } from '#db';
import type { Analysis } from '#domain/claim.ts';
import type { Fetcher, Parsers, Robots } from '#ingest';
import type { ArticleText } from '#nlp';

/** Everything that a run of the pipeline is made of; put together in `src/compose.ts`. */
export interface Stages {
  readonly store: Store;
  readonly fetcher: Fetcher;
  readonly parsers: Parsers;
  readonly robots: Robots;
  /** Name and version of the rules in `analyse`. */
  readonly extractor: string;
  readonly analyse: (article: ArticleText) => Analysis | Promise<Analysis>;
  /** The usual name of a retailer by its slug. */
  readonly nameOf: (slug: string) => string;
  /** Home market and kind of shop of a retailer by its slug. */
  readonly traitsOf?: (slug: string) => RetailerTraits | undefined;
  readonly now: () => Date;
  /** 0 to 1, spreads the polls; injected so that runs can be repeated. */
  readonly random: () => number;
  readonly pollMinutes: number;
}
