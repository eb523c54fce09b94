import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AppError } from '#errors';

/** `receipts eval`: scores the rules against the labelled articles, as `npm run eval` does; arguments go through. */
export const evaluate = async (args: readonly string[]): Promise<number> => {
  const script = fileURLToPath(new URL('../../scripts/eval.ts', import.meta.url));
  if (!existsSync(script))
    throw new AppError('not-found', 'The labelled articles are not part of this installation.', {
      subject: script,
      hint: 'They come with the repository: run it from a checkout.',
    });
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], {
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? 130;
};
