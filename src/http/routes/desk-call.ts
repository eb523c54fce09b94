import type { Page } from '#db';
import type { ApiKey } from '#domain/access.ts';
import { AppError } from '#errors';
import type { Answer, Call, Services } from '../answer.ts';
import { list, NEVER_STORE } from '../answer.ts';
import type { Desk } from '../desk.ts';
import { HttpError } from '../problem.ts';

/** The desk of a server that has one; routes that need it are mounted only there. */
export const deskOf = ({ desk }: Services): Desk => {
  if (desk === undefined) throw new HttpError('not-configured', 'This server only reads.');
  return desk;
};

/** The key that a route asked for. */
export const keyOf = ({ key }: Call): ApiKey => {
  if (key === undefined) throw new HttpError('unauthorized', 'Send an API key.');
  return key;
};

/** An answer for one key holder alone: never kept by a cache. */
export const own = (value: object, { demo }: Services): Extract<Answer, { kind: 'content' }> => ({
  kind: 'content',
  type: 'application/json',
  body: JSON.stringify(demo ? { demo, ...value } : value),
  cache: NEVER_STORE,
});

/** A page of a list for one key holder alone. */
export const ownList = <T>(page: Page<T>, call: Call, services: Services): Answer => {
  const answer = list(page, call, services);
  if (answer.kind !== 'content') return answer;
  const { etag: _, ...rest } = answer;
  return { ...rest, cache: NEVER_STORE };
};

/** 201 with what was made and where it is. */
export const made = (value: object, location: string, services: Services): Answer => ({
  ...own(value, services),
  status: 201,
  headers: { Location: location },
});

export const missing = (what: string, list: string): AppError =>
  new AppError('not-found', `There is no ${what} with the id in the path.`, { hint: `${list} lists them.` });
