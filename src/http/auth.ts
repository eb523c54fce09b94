import { timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Access } from '#db';
import { type ApiKey, allows, partsOfToken, type Scope, secretHash } from '#domain/access.ts';
import { callerOf, createLimiter, type Limiter, tellAllowance } from './limits.ts';
import { HttpError } from './problem.ts';

/** Requests in a minute; 0: as many as one likes. */
export interface Quotas {
  readonly open: number;
  readonly key: number;
}

interface GateOptions {
  readonly access?: Access;
  readonly quotas?: Quotas;
  readonly limiter?: Limiter;
}

/** Wrong keys that an address may send in a minute, each of which costs a look into the database. */
const WRONG_KEYS = 30;
const UNKNOWN_HASH = '0'.repeat(64);
/** Paths that monitors ask and that cost nothing. */
const UNCOUNTED = /^\/(?:healthz|readyz|assets\/.*)$/;

const tokenIn = (request: Request): string | undefined => {
  const header = request.get('authorization');
  if (header === undefined) return undefined;
  return /^Bearer +(\S{1,200})$/i.exec(header.trim())?.[1] ?? '';
};

const isSame = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a, 'hex'), Buffer.from(b, 'hex')];
  return left.length === right.length && timingSafeEqual(left, right);
};

/** The key of a token; undefined where there is none such, or it was revoked. Takes the same time for every secret. */
export const keyOfToken = async (access: Access, token: string): Promise<ApiKey | undefined> => {
  const parts = partsOfToken(token);
  if (parts === undefined) return undefined;
  const found = await access.findKey(parts.id);
  const fits = isSame(secretHash(parts.secret), found?.secretHash ?? UNKNOWN_HASH);
  return fits && found !== undefined && found.key.revokedAt === undefined ? found.key : undefined;
};

const refuse = (response: Response, error: HttpError): HttpError => {
  if (error.code === 'unauthorized') response.setHeader('WWW-Authenticate', 'Bearer realm="receipts"');
  return error;
};

const wrongKey = (response: Response): HttpError =>
  refuse(response, new HttpError('unauthorized', 'The API key is unknown or was revoked.'));

const tooMany = (seconds: number, hint: string): HttpError =>
  new HttpError('too-many-requests', `The quota of this minute is used up; ${hint}.`, undefined, seconds);

const count = (
  response: Response,
  limiter: Limiter,
  caller: { readonly name: string; readonly policy: string; readonly quota: number },
): void => {
  if (caller.quota === 0) return;
  const allowance = limiter.take(caller.name, caller.quota);
  tellAllowance(response, caller.policy, allowance);
  if (!allowance.allowed)
    throw tooMany(
      allowance.resetSeconds,
      caller.policy === 'open' ? 'an API key allows more' : 'ask the operator for more',
    );
};

/**
 * Looks at who asks, and counts. A request without a key is counted by its address; one with a key by the key, and is
 * refused where the key is wrong, also where none is needed: a caller should learn of it.
 */
export const createGate = ({ access, quotas, limiter = createLimiter() }: GateOptions): RequestHandler => {
  const identify = async (response: Response, token: string, address: string): Promise<ApiKey> => {
    const wrong = `wrong ${address}`;
    const before = limiter.look(wrong, WRONG_KEYS);
    if (!before.allowed) throw tooMany(before.resetSeconds, 'too many wrong API keys came from this address');
    const key = access === undefined ? undefined : await keyOfToken(access, token);
    if (key !== undefined) return key;
    limiter.take(wrong, WRONG_KEYS);
    throw wrongKey(response);
  };

  return async (request, response, next) => {
    if (UNCOUNTED.test(request.path)) return next();
    const address = callerOf(request.ip);
    const token = tokenIn(request);
    const { open = 0, key: perKey = 0 } = quotas ?? {};
    if (token === undefined) count(response, limiter, { name: `open ${address}`, policy: 'open', quota: open });
    else {
      const key = await identify(response, token, address);
      response.locals['key'] = key;
      const quota = perKey === 0 ? 0 : (key.perMinute ?? perKey);
      count(response, limiter, { name: key.id, policy: 'key', quota });
    }
    next();
  };
};

/** The key that came with a request. */
export const keyIn = (response: Response): ApiKey | undefined => response.locals['key'] as ApiKey | undefined;

/** Throws HttpError `unauthorized` without a key, `forbidden` with one that does not allow it. */
export const demand = (response: Response, scope: Scope): ApiKey => {
  const key = keyIn(response);
  if (key === undefined)
    throw refuse(
      response,
      new HttpError('unauthorized', 'Send an API key as "Authorization: Bearer rcp_…"; the operator gives them out.'),
    );
  if (!allows(key.scope, scope))
    throw new HttpError('forbidden', `The API key "${key.name}" allows "${key.scope}"; this needs "${scope}".`);
  return key;
};
