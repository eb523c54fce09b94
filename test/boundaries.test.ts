import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

const FORBIDDEN = [
  ['nlp', '#db'],
  ['nlp/claims', '../../src/config.ts'],
  ['nlp', 'node:fs'],
  ['ingest', '#nlp'],
  ['ingest', '../db/index.ts'],
  ['db', '#ingest'],
  ['db/queries', '#timeline/build.ts'],
  ['src/domain', '#errors'],
  ['src/timeline', '#db'],
  ['src/timeline', '../incidents/link.ts'],
  ['src/incidents', 'node:fs'],
  ['src/http/routes', '#ingest'],
  ['src/web', '#pipeline'],
  ['src/demo', '#db'],
  ['src/pipeline', '#web'],
] as const;
const ALLOWED = [
  ['nlp', '#domain/claim.ts'],
  ['nlp/claims', '../types.ts'],
  ['ingest', '#errors'],
  ['src/timeline', '#domain/timeline.ts'],
  ['src/http/routes', '#db'],
  ['src/pipeline', '#nlp'],
] as const;

/** Files that the linter refuses for what they import, in a tree of probes with the project's rules. */
const refused = new Set<string>();
const tree = realpathSync(mkdtempSync(join(tmpdir(), 'boundaries-')));
const probe = (folder: string, specifier: string): string => join(folder, `${specifier.replace(/[^a-z]/g, '_')}.ts`);

beforeAll(() => {
  copyFileSync(join(root, 'biome.json'), join(tree, 'biome.json'));
  for (const [folder, specifier] of [...FORBIDDEN, ...ALLOWED]) {
    const path = join(tree, probe(folder, specifier));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `import * as other from '${specifier}';\nexport const used = other;\n`);
  }
  const { stdout } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/@biomejs/biome/bin/biome'),
      'lint',
      '--vcs-enabled=false',
      '--max-diagnostics=none',
      '--reporter=github',
    ],
    { cwd: tree, encoding: 'utf8' },
  );
  for (const [, rule, file] of stdout.matchAll(/title=([\w/]+),file=([^,]+),/g))
    if (rule === 'lint/style/noRestrictedImports') refused.add(relative(tree, file ?? ''));
});
afterAll(() => rmSync(tree, { recursive: true, force: true }));

describe('the boundaries between the rooms', () => {
  test.each(FORBIDDEN)('%s may not import %s', (folder, specifier) => {
    expect(refused).toContain(probe(folder, specifier));
  });

  test.each(ALLOWED)('%s may import %s', (folder, specifier) => {
    expect(refused).not.toContain(probe(folder, specifier));
  });
});
