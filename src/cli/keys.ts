import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { compose, type Program } from '#compose';
import type { Config } from '#config';
import { AppError } from '#errors';
import { issueKey, keyNameIn, scopeIn } from '../http/issue-key.ts';
import { print, say, table } from './terminal.ts';

interface KeyOptions {
  readonly scope?: string;
  readonly perMinute?: string;
}

const perMinuteOf = (text: string): number => {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new AppError('invalid-parameter', `"${text}" is no number of requests.`, {
    hint: 'Give a whole number from 1 to 999999.',
  });
};

const withProgram = async (config: Config, task: (program: Program) => Promise<number>): Promise<number> => {
  const program = await compose(config, { log: say });
  try {
    return await task(program);
  } finally {
    await program.close();
  }
};

const account = (): string => {
  try {
    return userInfo().username;
  } catch {
    return 'somebody';
  }
};

/** Notes in the audit log what is done at the terminal. */
const noted = async ({ database: { access } }: Program, action: string, subject: string): Promise<void> => {
  const id = `aud_${randomUUID()}`;
  await access.beginWrite({ id, at: new Date().toISOString(), who: `${account()} (command line)`, action, subject });
  await access.endWrite(id, { status: 200 });
};

/** `receipts keys create NAME`: prints the key, the only time that it is shown. */
export const createKey = (config: Config, given: string, options: KeyOptions): Promise<number> => {
  const name = keyNameIn(given);
  const scope = scopeIn(options.scope ?? 'read');
  const perMinute = options.perMinute === undefined ? undefined : perMinuteOf(options.perMinute);
  return withProgram(config, async program => {
    const { access } = program.database;
    const { id, token } = await issueKey(access, { name, scope, ...(perMinute === undefined ? {} : { perMinute }) });
    await noted(program, 'keys create', id);
    print(token);
    say(`Key ${id} of ${name} allows ${scope}. It is shown this once: keep it like a password.`);
    say('Send it as "Authorization: Bearer rcp_…".');
    return 0;
  });
};

/** `receipts keys list` */
export const listKeys = (config: Config, options: { json?: boolean }): Promise<number> =>
  withProgram(config, async ({ database: { access } }) => {
    const keys = await access.listKeys();
    if (options.json) print(JSON.stringify({ keys }, null, 2));
    else
      print(
        table([
          ['ID', 'NAME', 'ALLOWS', 'PER MINUTE', 'CREATED', 'LAST USED', 'STATE'],
          ...keys.map(key => [
            key.id,
            key.name,
            key.scope,
            String(key.perMinute ?? 'default'),
            key.createdAt.slice(0, 10),
            key.lastUsedAt?.slice(0, 10) ?? 'never',
            key.revokedAt === undefined ? 'in use' : `revoked ${key.revokedAt.slice(0, 10)}`,
          ]),
        ]),
      );
    return 0;
  });

/** `receipts keys revoke ID`: it counts from the next request on. */
export const revokeKey = (config: Config, id: string): Promise<number> =>
  withProgram(config, async program => {
    if (!(await program.database.access.revokeKey(id, new Date().toISOString())))
      throw new AppError('not-found', `There is no key "${id}" in use.`, {
        subject: id,
        hint: '`receipts keys list` names them.',
      });
    await noted(program, 'keys revoke', id);
    say(`Revoked ${id}.`);
    return 0;
  });
