import express, { type RequestHandler } from 'express';
import { AppError } from '#errors';
import { HttpError } from './problem.ts';

/** Most bytes of a request's body: an article's text is far smaller. */
const MAX_BODY = 1024 * 1024;

/** Most levels of a body; ours have three. */
const MAX_DEPTH = 32;

const parse = express.json({ limit: MAX_BODY, strict: true, type: () => true });

/** Whether a value has more levels than `most`; level by level, because the stack is what it would break. */
const isDeeper = (value: unknown, most: number): boolean => {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    level = level.flatMap(one => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
};

/** Reads the JSON object of a write into `request.body`. Throws HttpError `unsupported-media-type`, `malformed-request`. */
export const readBody: RequestHandler = (request, response, next) => {
  const isEmpty = request.get('transfer-encoding') === undefined && Number(request.get('content-length') ?? 0) === 0;
  if (isEmpty) {
    request.body = undefined;
    return next();
  }
  const [type = ''] = (request.get('content-type') ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/json')
    return next(new HttpError('unsupported-media-type', 'The body must be application/json.'));
  parse(request, response, error => {
    if (error) return next(error);
    if (typeof request.body !== 'object' || request.body === null || Array.isArray(request.body))
      return next(new HttpError('malformed-request', 'The body must be a JSON object.'));
    if (isDeeper(request.body, MAX_DEPTH))
      return next(new HttpError('malformed-request', `The body has more than ${MAX_DEPTH} levels.`));
    next();
  });
};

/** How one member of a body is read; `read` gives undefined where it is not allowed. */
export interface Member<T> {
  readonly read: (value: unknown) => T | undefined;
  /** What is allowed, as values or as one phrase. */
  readonly allowed: readonly string[];
  readonly optional?: true;
}

type MemberOf<M> = M extends Member<infer T> ? T : never;
type Optional<S> = { [N in keyof S]: S[N] extends { readonly optional: true } ? N : never }[keyof S];
/** What a body of these members holds. */
export type BodyOf<S> = { readonly [N in Exclude<keyof S, Optional<S>>]: MemberOf<S[N]> } & {
  readonly [N in Optional<S>]?: MemberOf<S[N]>;
};

/** A text of 1 to `most` characters, without control characters but line breaks and tabs. */
export const textMember = (most: number): Member<string> => ({
  read: value =>
    typeof value === 'string' && value.trim() !== '' && value.length <= most && !/[^\P{Cc}\n\r\t]/u.test(value)
      ? value.trim()
      : undefined,
  allowed: [`a text of 1 to ${most} characters`],
});

/** A text that fits a pattern. */
export const matchingMember = (pattern: RegExp, phrase: string): Member<string> => ({
  read: value => (typeof value === 'string' && pattern.test(value) ? value : undefined),
  allowed: [phrase],
});

/** One of several words. */
export const wordMember = <T extends string>(words: readonly T[]): Member<T> => ({
  read: value => words.find(word => word === value),
  allowed: words,
});

export const optional = <M extends Member<unknown>>(member: M): M & { readonly optional: true } => ({
  ...member,
  optional: true,
});

const invalid = (name: string, message: string, allowed: readonly string[]): AppError =>
  new AppError('invalid-parameter', message, { subject: name, data: { allowed } });

/**
 * Reads the members of a body, without the ones that are not given.
 * Throws AppError `invalid-parameter` naming the first that is unknown, missing or not allowed, and what is.
 */
export const readMembers = <S extends Readonly<Record<string, Member<unknown>>>>(
  body: unknown,
  members: S,
): BodyOf<S> => {
  const given: Readonly<Record<string, unknown>> = { ...(body as object | undefined) };
  const names = Object.keys(members);
  const unknown = Object.keys(given).find(name => !names.includes(name));
  if (unknown !== undefined)
    throw invalid(
      unknown.slice(0, 100),
      `"${unknown.slice(0, 100)}" is no member of the body; there are: ${names.join(', ')}.`,
      names,
    );
  const values: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(members)) {
    if (given[name] === undefined) {
      if (member.optional) continue;
      throw invalid(name, `The member "${name}" of the body is missing: ${member.allowed.join(', ')}.`, member.allowed);
    }
    const value = member.read(given[name]);
    if (value === undefined)
      throw invalid(name, `The member "${name}" of the body must be ${member.allowed.join(', ')}.`, member.allowed);
    values[name] = value;
  }
  return values as BodyOf<S>;
};
