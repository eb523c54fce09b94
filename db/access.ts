import type { ApiKey, AuditEntry } from '#domain/access.ts';
import type { Page, PageRequest } from './store.ts';

/** A key as it is written: of its secret the hash. */
export interface NewKey extends Pick<ApiKey, 'id' | 'name' | 'scope' | 'perMinute' | 'createdAt'> {
  readonly secretHash: string;
}

/** A request that may come again, under a key that its sender chose. */
export interface RepeatableRequest {
  readonly keyId: string;
  readonly idempotencyKey: string;
  /** Hash of what is asked for. */
  readonly fingerprint: string;
  /** Names this attempt at answering it. */
  readonly token: string;
  /** UTC ISO 8601. */
  readonly at: string;
}

/** An answer as it is given again. */
export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** `begun`: answer it. `busy`: another is at it. `other`: the key was used for another request. */
export type Repetition =
  | { readonly state: 'begun' }
  | { readonly state: 'busy' }
  | { readonly state: 'other' }
  | { readonly state: 'answered'; readonly answer: KeptAnswer };

/** Keys, the log of writes, and requests that may come twice. Every write is one idempotent statement. */
export interface Access {
  createKey(key: NewKey): Promise<void>;
  /** Also notes that it was used, to the minute. */
  findKey(id: string): Promise<{ readonly key: ApiKey; readonly secretHash: string } | undefined>;
  /** By creation. */
  listKeys(): Promise<readonly ApiKey[]>;
  /** False where there is no such key in use. */
  revokeKey(id: string, at: string): Promise<boolean>;
  /** Notes a write before it is done. */
  beginWrite(entry: AuditEntry): Promise<void>;
  /** Notes how it ended. */
  endWrite(id: string, end: { readonly status?: number; readonly subject?: string }): Promise<void>;
  /** Newest first. Throws AppError `invalid-parameter`. */
  listWrites(page: PageRequest): Promise<Page<AuditEntry>>;
  /** Takes a request on, unless it was answered, is being answered, or is another one. */
  beginRequest(request: RepeatableRequest): Promise<Repetition>;
  keepAnswer(request: RepeatableRequest, answer: KeptAnswer): Promise<void>;
  /** It failed through a fault of ours: let it come again. */
  dropRequest(request: RepeatableRequest): Promise<void>;
}
