import { randomBytes } from 'node:crypto';
import type { Access } from '#db';
import { SCOPES, type Scope, secretHash, tokenOf } from '#domain/access.ts';
import { AppError } from '#errors';

const LONGEST_NAME = 100;

/** What a key allows, out of a text. Throws AppError `invalid-parameter`. */
export const scopeIn = (text: string): Scope => {
  const scope = SCOPES.find(one => one === text);
  if (scope !== undefined) return scope;
  throw new AppError('invalid-parameter', `"${text}" is nothing that a key can allow.`, {
    subject: 'scope',
    hint: `Allowed: ${SCOPES.join(', ')}.`,
  });
};

/** Whose key it is, out of a text. Throws AppError `invalid-parameter`. */
export const keyNameIn = (text: string): string => {
  const name = text.trim();
  if (name !== '' && name.length <= LONGEST_NAME && !/\p{Cc}/u.test(name)) return name;
  throw new AppError('invalid-parameter', `A key's name has 1 to ${LONGEST_NAME} characters.`, {
    subject: 'name',
    hint: 'It says whose key it is, and stands beside the corrections that are made with it.',
  });
};

/** Makes a key. The token is what its holder sends; only its hash is kept. */
export const issueKey = async (
  access: Access,
  told: { readonly name: string; readonly scope: Scope; readonly perMinute?: number },
): Promise<{ readonly id: string; readonly token: string }> => {
  const [id, secret] = [`key_${randomBytes(6).toString('hex')}`, randomBytes(32)];
  await access.createKey({ id, ...told, createdAt: new Date().toISOString(), secretHash: secretHash(secret) });
  return { id, token: tokenOf(id, secret) };
};
