import { hash, randomUUID } from 'node:crypto';
import type { Access, KeptAnswer, RepeatableRequest } from '#db';
import type { ApiKey } from '#domain/access.ts';
import type { Answer, Call } from './answer.ts';
import { NEVER_STORE } from './answer.ts';
import { HttpError, type Problem } from './problem.ts';

/** One write: who, what, and how to do it. */
export interface Write {
  readonly method: string;
  readonly key: ApiKey;
  readonly call: Call;
  readonly requestId: string;
  readonly perform: () => Promise<Answer>;
  /** The problem document of what `perform` throws. */
  readonly problemOf: (error: unknown) => Problem;
}

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/;
const BUSY_SECONDS = 2;

/** What makes two requests the same: method, path, query and body. */
export const fingerprintOf = (method: string, { path, query, body }: Pick<Call, 'path' | 'query' | 'body'>): string =>
  hash('sha256', JSON.stringify([method, path, query.toString(), body ?? null]));

const repeatable = ({ method, call, key }: Write): RepeatableRequest | undefined => {
  const given = call.header('idempotency-key');
  if (given === undefined || method !== 'POST') return undefined;
  if (!IDEMPOTENCY_KEY.test(given))
    throw new HttpError('malformed-request', 'Idempotency-Key must be 1 to 255 visible ASCII characters.');
  return {
    keyId: key.id,
    idempotencyKey: given,
    fingerprint: fingerprintOf(method, call),
    token: randomUUID(),
    at: new Date().toISOString(),
  };
};

const keptOf = (answer: Answer): KeptAnswer | undefined => {
  if (answer.kind === 'nothing') return { status: 204, headers: {}, body: '' };
  if (answer.kind !== 'content') return undefined;
  const { body, headers = {}, type, status = 200 } = answer;
  return { status, headers: { ...headers, 'Content-Type': type }, body: typeof body === 'string' ? body : body() };
};

const replayed = ({ status, headers, body }: KeptAnswer): Answer => {
  const { 'Content-Type': type = 'application/json', ...rest } = headers;
  return {
    kind: 'content',
    status,
    type,
    body,
    cache: NEVER_STORE,
    headers: { ...rest, 'Idempotency-Replayed': 'true' },
  };
};

/** The id of what an answer made. */
const subjectOf = (answer: Answer): string | undefined =>
  answer.kind === 'content' ? answer.headers?.['Location']?.split('/').at(-1) : undefined;

/** Notes a write before and after it is done: none goes by unnoted, and one without an end is one that broke off. */
const audited = async (access: Access, write: Write): Promise<Answer> => {
  const { key, call, method, requestId } = write;
  const id = `aud_${randomUUID()}`;
  const action = `${method} ${call.path}`.slice(0, 500);
  await access.beginWrite({ id, at: new Date().toISOString(), keyId: key.id, who: key.name, action, requestId });
  try {
    const answer = await write.perform();
    const subject = subjectOf(answer) ?? call.params.id;
    const status = answer.kind === 'content' ? (answer.status ?? 200) : 204;
    await access.endWrite(id, { status, ...(subject === undefined ? {} : { subject }) });
    return answer;
  } catch (error) {
    await access.endWrite(id, { status: write.problemOf(error).status }).catch(() => {});
    throw error;
  }
};

const withinRequest = async (access: Access, request: RepeatableRequest, write: Write): Promise<Answer> => {
  try {
    const answer = await audited(access, write);
    const kept = keptOf(answer);
    if (kept !== undefined) await access.keepAnswer(request, kept);
    return answer;
  } catch (error) {
    const problem = write.problemOf(error);
    // What the request itself got wrong stays wrong; a fault of ours may be gone next time.
    if (problem.status >= 500) await access.dropRequest(request).catch(() => {});
    else
      await access.keepAnswer(request, {
        status: problem.status,
        headers: { 'Content-Type': 'application/problem+json' },
        body: JSON.stringify(problem),
      });
    throw error;
  }
};

/**
 * Does a write once, however often it is asked for under one `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header),
 * and notes it in the audit log. Throws HttpError `idempotency-key-reused`, `request-in-progress`.
 */
export const performWrite = async (access: Access, write: Write): Promise<Answer> => {
  const request = repeatable(write);
  if (request === undefined) return audited(access, write);
  const repetition = await access.beginRequest(request);
  switch (repetition.state) {
    case 'begun':
      return withinRequest(access, request, write);
    case 'answered':
      return replayed(repetition.answer);
    case 'busy':
      throw new HttpError(
        'request-in-progress',
        'A request with this Idempotency-Key is being answered; send it again in a moment.',
        undefined,
        BUSY_SECONDS,
      );
    case 'other':
      throw new HttpError(
        'idempotency-key-reused',
        'This Idempotency-Key came with another request before; take a new one for each request.',
      );
  }
};
