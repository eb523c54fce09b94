// Records a session in a terminal and writes it into docs/cli.md: npm run session (needs `script` of util-linux).
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeSection } from '../bench/section.ts';
import { ownArticles } from '../test/gold/articles.ts';
import { start } from '../test/support/command.ts';

/** The article that is explained. */
const EXPLAINED = 'krispy-kreme-update';
const folder = mkdtempSync(join(tmpdir(), 'receipts-session-'));
const launcher = fileURLToPath(new URL('../bin/receipts.js', import.meta.url));
const SHOWN_STATES = 5;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what terminals are told begins with ESC
const CONTROL = /\u001b\[[0-9;?]*[A-Za-z]/g;
const PROGRESS = /^\w+ +\[[█░]+\]/;

/** What a command shows in a terminal of so many columns, its exit code as the last line where it is not 0. */
const inTerminal = (words: string, environment: Readonly<Record<string, string>>, columns = 110): string => {
  const command = `stty cols ${columns}; '${process.execPath}' '${launcher}' ${words}; code=$?; [ $code = 0 ] || echo "exit code $code"; true`;
  return execFileSync('script', ['-qec', command, '/dev/null'], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: folder, TERM: 'xterm', SHELL: '/bin/sh', ...environment },
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
};

/** The lines that stood there, a bar with some of its states. */
const readable = (output: string): string => {
  const lines = output
    .replace(CONTROL, '')
    .split(/[\r\n]+/)
    .map(line => line.trimEnd())
    .filter((line, index, all) => line !== '' && line !== all[index - 1]);
  const bars = lines.filter(line => PROGRESS.test(line));
  const shown = new Set(
    Array.from({ length: SHOWN_STATES }, (_, state) => bars[Math.round((state * (bars.length - 1)) / SHOWN_STATES)]),
  );
  return lines
    .filter(line => !PROGRESS.test(line) || shown.has(line))
    .join('\n')
    .replaceAll(folder, '~/receipts');
};

const recorded = (words: string, environment: Readonly<Record<string, string>> = {}, columns?: number): string =>
  readable(inTerminal(words, { RECEIPTS_DATA_DIR: join(folder, 'data'), ...environment }, columns));

const block = (command: string, output: string): string => `\`\`\`\n$ ${command}\n${output}\n\`\`\``;

const statusOfDemo = async (): Promise<string> => {
  const demoFolder = join(folder, 'demo');
  const demo = start(['demo'], { PORT: '0', RECEIPTS_DEMO_PORT: '0', RECEIPTS_DEMO_DATA_DIR: demoFolder });
  try {
    await demo.says(/Pages\s+http/);
    return recorded('status', { RECEIPTS_DATA_DIR: demoFolder }, 150);
  } finally {
    demo.process.kill('SIGTERM');
    await demo.finished;
  }
};

try {
  const rows = ownArticles().map(({ labels: _, ...row }) => JSON.stringify(row));
  writeFileSync(join(folder, 'articles.jsonl'), `${rows.join('\n')}\nnot a line of JSON\n`);
  const broken = { DATABASE_URL: 'postgres://receipts:secret@127.0.0.1:5999/receipts' };
  const explained = `analyze --explain --jsonl articles.jsonl --id ${EXPLAINED}`;
  const parts = [
    `Recorded on ${new Date().toISOString().slice(0, 10)} by \`npm run session\` in a terminal of 110 columns (\`status\`: 150); the path of the
data directory is shortened.`,
    `## \`import\`, with its progress
The bar is one line that is drawn anew; here are some of its states. The last line of the file is no article.

${block('receipts import articles.jsonl', recorded('import articles.jsonl'))}`,
    `## \`status\`
Of the demo. \`status --watch\` draws the same anew every two seconds.

${block('receipts status', await statusOfDemo())}`,
    `## \`doctor\`, with one thing broken on purpose
\`DATABASE_URL\` names a server that does not run (\`--no-feeds\`: no feed is asked).

${block(`DATABASE_URL=${broken.DATABASE_URL} receipts doctor --no-feeds`, recorded('doctor --no-feeds', broken))}

Without it:

${block('receipts doctor --no-feeds', recorded('doctor --no-feeds'))}`,
    `## \`analyze --explain\`
In colour on a terminal, the words of each claim underlined.

${block(`receipts ${explained}`, recorded(explained))}`,
  ];
  await writeSection(new URL('../docs/cli.md', import.meta.url), 'session', parts.join('\n\n'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
