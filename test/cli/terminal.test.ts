import { execFileSync } from 'node:child_process';
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { completionFor } from '../../src/cli/completion.ts';
import { checkClock, checkSchema } from '../../src/cli/doctor/database.ts';
import { judgeFeeds } from '../../src/cli/doctor/feeds.ts';
import { checkNode, checkZones, judgeRoom } from '../../src/cli/doctor/machine.ts';
import { createProgram } from '../../src/cli/program.ts';
import { inWords, progressLine } from '../../src/cli/progress.ts';

const program = createProgram(async () => {});
const leaves = (command: Command): readonly Command[] =>
  command.commands.length === 0 ? [command] : command.commands.flatMap(leaves);

const helpOf = (command: Command): string => {
  let text = '';
  command.configureOutput({
    writeOut: part => {
      text += part;
    },
  });
  command.outputHelp();
  return text;
};

describe('The command line', () => {
  test('has every command that the documents name', () => {
    expect(program.commands.map(command => command.name())).toEqual(
      expect.arrayContaining(
        'serve worker poll import backfill analyze export sources keys corrections rebuild reanalyse status doctor config migrate eval demo completion'.split(
          ' ',
        ),
      ),
    );
  });

  test.each(leaves(program).map(command => [command.name(), command] as const))(
    'gives an example in the help of %s',
    (_, command) => {
      expect(helpOf(command)).toMatch(/Examples:\n {2}\$ receipts \w/);
    },
  );
});

describe('Progress', () => {
  test('shows the share, the rate and the time left', () => {
    const line = progressLine({ label: 'import', done: 50, total: 200, seconds: 25 }, 80);
    expect(line).toBe('import  [██████░░░░░░░░░░░░░░░░░░]   25%  50/200  2.0/s  1 min 15 s left');
  });
  test('guesses nothing in the first moments, nor where nobody knows how much there is', () => {
    expect(progressLine({ label: 'import', done: 1, total: 200, seconds: 0.1 }, 80)).not.toMatch(/left|\/s/);
    expect(progressLine({ label: 'listing', done: 30, seconds: 2 }, 80)).toBe('listing  30  15/s');
  });
  test('fits into a narrow terminal', () => {
    const line = progressLine({ label: 'backfill', done: 50, total: 200, seconds: 25 }, 40);
    expect(line.length).toBeLessThanOrEqual(40);
    expect(line).toContain('50/200');
  });
  test.each([
    [4.2, '5 s'],
    [65, '1 min 05 s'],
    [7_800, '2 h 10 min'],
  ])('says %d seconds as %s', (seconds, words) => {
    expect(inWords(seconds)).toBe(words);
  });
});

const complete = (...words: string[]): string[] => {
  const script = `${completionFor('bash', program)}
    COMP_WORDS=(receipts ${words.map(word => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}; _receipts; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['--norc', '-c', script], { encoding: 'utf8' }).trim().split('\n');
};

describe('Completion in bash', () => {
  test.each([
    [['corr'], ['corrections']],
    [['corrections', 'un'], ['undo']],
    [
      ['backfill', 'sitemap', 'https://news.example/', '--d'],
      ['--delay', '--dry-run'],
    ],
    [['export', 'move', '--o'], ['--out']],
    // Files, which the shell adds.
    [['import', ''], ['']],
  ])('of %j is %j', (words, expected) => {
    expect(complete(...words)).toEqual(expected);
  });
  test('of another shell is refused with those that there are', () => {
    expect(() => completionFor('powershell', program)).toThrow('There is no completion for "powershell"');
  });
});

/** A shell that need not be there: what it prints, undefined where it is missing. */
const shellOutput = (shell: string, ...args: string[]): string | undefined => {
  try {
    return execFileSync(shell, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};
const hasShell = (shell: string): boolean => shellOutput(shell, '-c', 'true') !== undefined;

/** zsh asks its own functions to show what there is; these tell instead. */
const ZSH_STUBS =
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is zsh's
  '_describe() { print -l "$1" "${(@P)2}"; }; _files() { print files; }; compdef() { }; function run { words=(receipts "$@"); CURRENT=$#words; _receipts; }';

describe.skipIf(!hasShell('zsh'))('Completion in zsh', () => {
  const lines = (...words: string[]): readonly string[] =>
    (shellOutput('zsh', '-f', '-c', `${ZSH_STUBS}\n${completionFor('zsh', program)}\nrun "$@"`, 'zsh', ...words) ?? '')
      .trim()
      .split('\n')
      .map(line => line.split(':')[0] ?? '');

  test('names commands, options and files where they fit', () => {
    expect(lines('backfill', '')).toEqual(['command', 'list', 'sitemap', 'feed', 'gdelt', 'dump', 'help']);
    expect(lines('keys', 'create', '--')).toEqual(['option', '--scope', '--per-minute', '--help']);
    expect(lines('import', '')).toEqual(['files']);
  });
});

describe.skipIf(!hasShell('fish'))('Completion in fish', () => {
  const words = (line: string): readonly string[] =>
    (shellOutput('fish', '--no-config', '-c', `${completionFor('fish', program)}\ncomplete -C '${line}'`) ?? '')
      .trim()
      .split('\n')
      .map(one => one.split('\t')[0] ?? '');

  test('names commands and options where they fit', () => {
    expect(words('receipts backfill ')).toEqual(['dump', 'feed', 'gdelt', 'help', 'list', 'sitemap']);
    expect(words('receipts keys create --')).toEqual(['--help', '--per-minute', '--scope']);
  });
});

describe('The doctor', () => {
  test('says with everything that is broken how to mend it', () => {
    const broken = [
      checkNode('20.1.0'),
      checkZones(() => 12),
      judgeRoom(10_000_000, 1e12),
      checkSchema({ schema: { found: 9, known: 4 } }),
      checkSchema({ schema: { found: 3, known: 4 } }),
      checkClock({ clockMs: -90_000 }),
      ...judgeFeeds([{ id: 'a', error: 'a cannot be had' }, { id: 'b' }]),
    ];
    for (const check of broken)
      expect(check).toMatchObject({ state: expect.stringMatching(/fail|warn/), fix: expect.stringMatching(/\w/) });
  });
  test('finds nothing where nothing is', () => {
    const sound = [
      checkNode(process.versions.node),
      checkZones(),
      judgeRoom(1e11, 1e12),
      checkSchema({ schema: { found: 4, known: 4 } }),
      checkClock({ clockMs: 300 }),
      ...judgeFeeds([{ id: 'a' }]),
    ];
    expect(sound.map(({ state }) => state)).toEqual(sound.map(() => 'ok'));
  });
  test('takes the failure of all feeds for one trouble, not for a hundred', () => {
    const checks = judgeFeeds([
      { id: 'a', error: 'no' },
      { id: 'b', error: 'no' },
    ]);
    expect(checks).toHaveLength(1);
    expect(checks[0]).toMatchObject({ state: 'fail', fix: expect.stringContaining('online') });
  });
});
