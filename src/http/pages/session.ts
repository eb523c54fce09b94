import { createHmac, timingSafeEqual } from 'node:crypto';
import { type ApiKey, allows } from '#domain/access.ts';
import { AppError } from '#errors';
import type { DeskSession } from '#web';
import type { Call, Services } from '../answer.ts';
import { keyOfToken } from '../auth.ts';
import { fieldOf } from '../form.ts';
import { HttpError } from '../problem.ts';

const COOKIE = 'receipts_desk';
const TOKEN = /^rcp_[0-9a-f]{12}_[\w-]{43}$/;

/** Whoever works at the desk. */
export interface Session extends DeskSession {
  readonly key: ApiKey;
}

/** Bound to the key, which other sites cannot read out of the cookie. */
const csrfOf = (token: string): string => createHmac('sha256', token).update('receipts desk form').digest('base64url');

const tokenIn = (call: Call): string | undefined => {
  const pairs = (call.header('cookie') ?? '').split(';').map(pair => pair.trim().split('='));
  const token = pairs.find(([name]) => name === COOKIE)?.[1];
  return token !== undefined && TOKEN.test(token) ? token : undefined;
};

/** The key of a token, where it is good for the desk. */
export const deskKey = async (token: string, { desk }: Services): Promise<ApiKey | undefined> => {
  const key = desk === undefined || !TOKEN.test(token) ? undefined : await keyOfToken(desk.access, token);
  return key !== undefined && allows(key.scope, 'write') ? key : undefined;
};

/** Who works at the desk; undefined where nobody has opened it, or the key was revoked meanwhile. */
export const sessionOf = async (call: Call, services: Services): Promise<Session | undefined> => {
  if (services.desk === undefined) throw new AppError('not-found', 'This server has no desk.');
  const token = tokenIn(call);
  const key = token === undefined ? undefined : await deskKey(token, services);
  if (token === undefined || key === undefined) return undefined;
  return { key, who: key.name, admin: allows(key.scope, 'admin'), csrf: csrfOf(token) };
};

/** The same for a form. Throws HttpError `unauthorized`, `forbidden` where the form is not one of ours. */
export const formSession = async (call: Call, services: Services): Promise<Session> => {
  const session = await sessionOf(call, services);
  if (session === undefined)
    throw new HttpError('unauthorized', 'The desk is closed. Open it at /desk, and try again.');
  const [given, own] = [Buffer.from(fieldOf(call, 'csrf') ?? ''), Buffer.from(session.csrf)];
  if (given.length !== own.length || !timingSafeEqual(given, own))
    throw new HttpError('forbidden', 'This form is not of this session. Load its page again, and try again.');
  return session;
};

/** The cookie of a session: gone with the browser, out of reach of scripts and of forms of other sites. */
export const sessionCookie = (token: string | undefined, { origin }: Call): string =>
  [
    `${COOKIE}=${token ?? ''}`,
    'Path=/desk',
    'HttpOnly',
    'SameSite=Strict',
    ...(origin.startsWith('https:') ? ['Secure'] : []),
    ...(token === undefined ? ['Max-Age=0'] : []),
  ].join('; ');
