import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Store } from '#db';
import type { Timeline } from '#domain/timeline.ts';
import { writeArchive } from '../../src/cli/export-archive.ts';
import { readCsv } from '../export/read-csv.ts';
import { seed } from '../http/seed.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const site = 'https://receipts.example';
let database: TestDatabase;
let dir: string;
const text = (path: string) => readFile(join(dir, path), 'utf8');

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly schema?: { readonly fields: readonly { name: string; type: string; description: string }[] };
}
const resources = async () =>
  (JSON.parse(await text('datapackage.json')) as { resources: readonly Resource[] }).resources;

/** A store that holds one incident less, and one that says something else. */
const changed = (store: Store): Store => ({
  ...store,
  derivedDocuments: async () => (await store.derivedDocuments()).filter(({ id }) => id !== 'corner-and-mill-2031-02'),
  getTimeline: async id => {
    const found = await store.getTimeline(id);
    if (found === undefined || !('found' in found)) return found;
    const timeline = JSON.parse(found.found.json) as Timeline;
    const json = JSON.stringify({ ...timeline, incident: { ...timeline.incident, title: 'Another title' } });
    return { found: { ...found.found, json } };
  },
});

beforeAll(async () => {
  database = await testDatabase();
  await seed(database.store);
  dir = await mkdtemp(join(tmpdir(), 'receipts-archive-'));
  await writeArchive(database.store, dir, { day: '2031-04-01', site });
});
afterAll(async () => {
  await database?.close();
  await rm(dir, { recursive: true, force: true });
});

describe('the archive', () => {
  test('describes every file that it has, by size, hash and columns', async () => {
    const listed = await resources();
    expect(listed.map(({ path }) => path)).toEqual([
      'data/timelines.ndjson',
      'data/incidents.csv',
      'data/reports.csv',
      'data/articles.csv',
    ]);
    expect((await readdir(join(dir, 'data'))).toSorted()).toEqual(listed.map(({ path }) => path.slice(5)).toSorted());
    for (const { path, bytes, hash, schema } of listed) {
      const content = await readFile(join(dir, path));
      expect([bytes, hash]).toEqual([content.length, `sha256:${createHash('sha256').update(content).digest('hex')}`]);
      if (schema === undefined) continue;
      const [header, ...rows] = readCsv(content.toString());
      expect(header).toEqual(schema.fields.map(({ name }) => name));
      expect(rows.length).toBeGreaterThan(0);
      for (const [index, { type, name }] of schema.fields.entries())
        for (const cell of rows.map(row => row[index] ?? ''))
          if (type !== 'string' && cell !== '')
            expect([name, cell]).toEqual([name, expect.stringMatching(type === 'integer' ? /^-?\d+$/ : /^-?[\d.]+$/)]);
    }
  });

  test('has every incident with its words, and no full text', async () => {
    const timelines = (await text('data/timelines.ndjson'))
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as Timeline);
    expect(timelines.map(({ incident }) => incident.id)).toEqual(['corner-and-mill-2031-02', 'lanternby-2031-03']);
    const [header = [], ...rows] = readCsv(await text('data/reports.csv'));
    const quotes = rows.map(row => row[header.indexOf('quote')] ?? '');
    expect(quotes).toContain('no passwords were taken');
    for (const quote of quotes) expect(quote.length).toBeLessThanOrEqual(300);
    for (const file of ['timelines.ndjson', 'reports.csv', 'articles.csv'])
      expect(await text(`data/${file}`)).not.toContain('and nowhere else');
  });

  test('says how it may be used and cited, what it covers and what its bias is', async () => {
    expect(parse(await text('CITATION.cff'))).toMatchObject({
      'cff-version': '1.2.0',
      type: 'dataset',
      version: '2031.04.01',
      'date-released': '2031-04-01',
      license: 'CC-BY-4.0',
    });
    expect(await text('LICENSE.md')).toContain('stay theirs');
    const coverage = await text('COVERAGE.md');
    expect(coverage).toContain('2 incidents');
    expect(coverage).toContain('| 2031 | 2 |');
    expect(coverage).toContain('Not mentioned is not “no”');
  });

  test('of a later day holds what changed, so that the old one becomes the new', async () => {
    const before = new Map(
      (await text('data/timelines.ndjson'))
        .trimEnd()
        .split('\n')
        .map(line => {
          const timeline = JSON.parse(line) as Timeline;
          return [timeline.incident.id, timeline] as const;
        }),
    );
    const report = await writeArchive(changed(database.store), dir, { day: '2031-04-02', site });
    expect(report).toMatchObject({ incidents: 1, put: 1, deleted: 1 });
    for (const line of (await text('deltas/2031-04-02.ndjson')).trimEnd().split('\n')) {
      const { op, id, timeline } = JSON.parse(line) as { op: string; id: string; timeline: Timeline };
      if (op === 'put') before.set(id, timeline);
      else before.delete(id);
    }
    const after = (await text('data/timelines.ndjson'))
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as Timeline);
    expect([...before.values()]).toEqual(after);
    expect((await resources()).map(({ name }) => name)).toContain('2031-04-02');
    const again = await writeArchive(changed(database.store), dir, { day: '2031-04-03', site });
    expect(again).toMatchObject({ put: 0, deleted: 0 });
    expect(await readdir(join(dir, 'deltas'))).toEqual(['2031-04-02.ndjson']);
  });
});
