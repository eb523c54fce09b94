import type { Access, CorrectionRequests, IncidentFilter, Push } from '#db';
import type { Source } from '#domain/article.ts';
import type { Decision, DecisionAction } from '#domain/decision.ts';
import type { ImportRow } from '#domain/import.ts';
import type { LoggedNews, NewsMessage } from '#domain/news.ts';
import type { Cadence } from '#domain/subscription.ts';
import type { Quotas } from './auth.ts';
import type { Limiter } from './limits.ts';

/** What came of an article that somebody handed in. */
export interface Submission {
  readonly articleId: string;
  readonly outcome: 'new' | 'revised' | 'unchanged';
}

/** What can be written through the interface. */
export interface Actions {
  /** Throws AppError `conflict`, `invalid-parameter`. */
  addSource(feedUrl: string, told: Partial<Omit<Source, 'feedUrl' | 'confirmed'>>): Promise<Source>;
  /** False where there is no such source. */
  removeSource(id: string): Promise<boolean>;
  /** Counts at once. Throws AppError `not-found`, `invalid-parameter`. */
  decide(action: DecisionAction, by: { readonly who: string; readonly why: string }): Promise<Decision>;
  /** Reads it and links it at once. Throws AppError that says why its page cannot be had. */
  submit(row: ImportRow): Promise<Submission>;
}

/** What tells subscribers of changes. */
export interface Messenger {
  /** Throws AppError `invalid-parameter` where nothing may be sent to the address. */
  checkTarget(url: string): void;
  /** Whether e-mail can be sent at all. */
  readonly mails: boolean;
  /** When a digest is first looked for: UTC ISO 8601. */
  firstDigest(cadence: Cadence): string;
  /** Asks the owner of an address whether he wants it. */
  askToConfirm(subscription: {
    readonly target: string;
    readonly secret: string;
    readonly query: string;
  }): Promise<void>;
}

/** Keys, writes and push. */
export interface Desk {
  readonly access: Access;
  readonly push: Push;
  /** What readers ask to be corrected. */
  readonly requests: CorrectionRequests;
  /** How often one may ask: the form needs no account. */
  readonly asking: Limiter;
  readonly actions: Actions;
  readonly messenger: Messenger;
  readonly quotas: Quotas;
  /** Signs the sessions of the desk's pages. */
  readonly sessionSecret: string;
  /** What a change is to a reader: in the words of today. `site`: address of this server. */
  describe(news: LoggedNews, site: string): Promise<NewsMessage>;
  /** Of these news those that fit a filter, or tell of incidents that did. */
  fitting(
    filter: IncidentFilter,
    news: readonly LoggedNews[],
    told: ReadonlySet<string>,
  ): Promise<readonly LoggedNews[]>;
  /** Fires when the server stops: whoever is on the line comes back to another one. */
  readonly closing: AbortSignal;
  /** Resolves when there may be news, or the signal fires. */
  waitForNews(after: number, signal: AbortSignal): Promise<void>;
}
