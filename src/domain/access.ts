import { hash } from 'node:crypto';

/** What a key allows, each also what those before it allow. */
export const SCOPES = ['read', 'write', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

/** A key to the interface, without its secret. Times are UTC ISO 8601. */
export interface ApiKey {
  /** `key_` and 12 hex digits; public. */
  readonly id: string;
  /** Whose it is; stands publicly beside the corrections that are made with it. */
  readonly name: string;
  readonly scope: Scope;
  /** Requests that it may make in a minute; absent: what the server grants all keys. */
  readonly perMinute?: number;
  readonly createdAt: string;
  readonly lastUsedAt?: string;
  readonly revokedAt?: string;
}

/** One write through the interface or the command line. */
export interface AuditEntry {
  readonly id: string;
  /** UTC ISO 8601. */
  readonly at: string;
  /** Absent: the command line. */
  readonly keyId?: string;
  readonly who: string;
  /** Method and path, or the command. */
  readonly action: string;
  /** The id of what came of it. */
  readonly subject?: string;
  /** HTTP status; absent: it was begun, and nobody knows how it ended. */
  readonly status?: number;
  readonly requestId?: string;
}

const TOKEN = /^rcp_([0-9a-f]{12})_([\w-]{43})$/;

/** The text that a caller sends. `secret`: 32 random bytes. */
export const tokenOf = (id: string, secret: Uint8Array): string =>
  `rcp_${id.slice('key_'.length)}_${Buffer.from(secret).toString('base64url')}`;

/** Key id and secret of a text that looks like a token. */
export const partsOfToken = (token: string): { readonly id: string; readonly secret: Uint8Array } | undefined => {
  const [, id, secret] = TOKEN.exec(token) ?? [];
  return id === undefined || secret === undefined
    ? undefined
    : { id: `key_${id}`, secret: Buffer.from(secret, 'base64url') };
};

/**
 * What is kept of a secret: its SHA-256, 64 hex digits. Secrets are 256 random bits, which no slow hash makes harder to
 * guess.
 */
export const secretHash = (secret: Uint8Array): string => hash('sha256', secret);

/** Whether a key of one scope may do what asks for another. */
export const allows = (held: Scope, asked: Scope): boolean => SCOPES.indexOf(held) >= SCOPES.indexOf(asked);
