import type { Page, PageRequest } from './store.ts';

/** What a reader asks the editors to correct. Times are UTC ISO 8601. */
export interface CorrectionRequest {
  /** `req_` and 20 hex digits. */
  readonly id: string;
  readonly at: string;
  readonly incidentId: string;
  readonly message: string;
  /** Which line or article he means, in his words. */
  readonly about?: string;
  /** How he can be reached; personal, and deleted when the request is settled. */
  readonly contact?: string;
}

/** Requests for corrections, which only the desk reads. */
export interface CorrectionRequests {
  /** The same one twice is written once. False: so many are open that no more are taken in. */
  add(request: CorrectionRequest): Promise<boolean>;
  /** Those that nobody has settled, the newest first. */
  listOpen(page: PageRequest): Promise<Page<CorrectionRequest>>;
  /** False where no such request is open. `who`: public name of the editor. */
  settle(id: string, by: { readonly who: string; readonly at: string }): Promise<boolean>;
}
