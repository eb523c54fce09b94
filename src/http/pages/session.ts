import { createHmac, timingSafeEqual } from 'node:crypto';
import { type ApiKey, allows } from '#domain/access.ts';
import { AppError } from '#errors';
import type { DeskSession } from '#web';
import type { Call, Services } from '../answer.ts';
import { keyOfToken } from '../auth.ts';
import { fieldOf } from '../form.ts';
import { HttpError } from '../problem.ts';

const COOKIE = 'receipts_desk';
/** A working day. */
const LASTS_MS = 12 * 3_600_000;
/** Id of the key, ms since 1970 at which it ends, signature. */
const TICKET = /^(key_[0-9a-f]{12})\.(\d{13})\.([\w-]{43})$/;

/** Whoever works at the desk. */
export interface Session extends DeskSession {
  readonly key: ApiKey;
}

const signed = (secret: string, text: string): string => createHmac('sha256', secret).update(text).digest('base64url');

const isSame = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

/** What the cookie holds: whose session it is and until when, signed. The key itself is not in it. */
const ticketFor = (secret: string, id: string, now: number): string => {
  const claims = `${id}.${now + LASTS_MS}`;
  return `${claims}.${signed(secret, `desk ${claims}`)}`;
};

/** The id of the key of a ticket that is ours and has not ended. */
const keyIdIn = (secret: string, ticket: string, now: number): string | undefined => {
  const [, id, ends, signature] = TICKET.exec(ticket) ?? [];
  if (id === undefined || ends === undefined || signature === undefined) return undefined;
  return isSame(signature, signed(secret, `desk ${id}.${ends}`)) && Number(ends) > now ? id : undefined;
};

const cookieIn = (call: Call): string | undefined =>
  (call.header('cookie') ?? '')
    .split(';')
    .map(pair => pair.trim().split('='))
    .find(([name]) => name === COOKIE)?.[1];

const isGood = (key: ApiKey): boolean => key.revokedAt === undefined && allows(key.scope, 'write');

/** The key of a token, where it is good for the desk. */
export const deskKey = async (token: string, { desk }: Services): Promise<ApiKey | undefined> => {
  const key = desk === undefined ? undefined : await keyOfToken(desk.access, token);
  return key !== undefined && isGood(key) ? key : undefined;
};

/** Who works at the desk; undefined where nobody has opened it, the day is over, or the key was revoked meanwhile. */
export const sessionOf = async (call: Call, { desk }: Services): Promise<Session | undefined> => {
  if (desk === undefined) throw new AppError('not-found', 'This server has no desk.');
  const { sessionSecret: secret, access } = desk;
  const ticket = cookieIn(call) ?? '';
  const id = keyIdIn(secret, ticket, Date.now());
  const key = id === undefined ? undefined : (await access.findKey(id))?.key;
  if (key === undefined || !isGood(key)) return undefined;
  return { key, who: key.name, admin: allows(key.scope, 'admin'), csrf: signed(secret, `form ${ticket}`) };
};

/** The same for a form. Throws HttpError `unauthorized`, `forbidden` where the form is not one of ours. */
export const formSession = async (call: Call, services: Services): Promise<Session> => {
  const session = await sessionOf(call, services);
  if (session === undefined)
    throw new HttpError('unauthorized', 'The desk is closed. Open it at /desk, and try again.');
  if (!isSame(fieldOf(call, 'csrf') ?? '', session.csrf))
    throw new HttpError('forbidden', 'This form is not of this session. Load its page again, and try again.');
  return session;
};

const cookie = (value: string, { origin }: Call, ends: boolean): string =>
  [
    `${COOKIE}=${value}`,
    'Path=/desk',
    'HttpOnly',
    'SameSite=Strict',
    ...(origin.startsWith('https:') ? ['Secure'] : []),
    ...(ends ? ['Max-Age=0'] : []),
  ].join('; ');

/** The cookie of a new session: gone with the browser, out of reach of scripts and of forms of other sites. */
export const openingCookie = (call: Call, secret: string, { id }: ApiKey): string =>
  cookie(ticketFor(secret, id, Date.now()), call, false);

/** The cookie that ends a session. */
export const closingCookie = (call: Call): string => cookie('', call, true);
