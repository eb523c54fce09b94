import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Timeline } from '#domain/timeline.ts';
import { type RunningCommand, start } from '../support/command.ts';
import { violations } from '../support/contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'receipts-demo-'));
let command: RunningCommand;
let origin: string;

beforeAll(async () => {
  command = start(['demo'], { PORT: '0', RECEIPTS_DEMO_PORT: '0', RECEIPTS_DEMO_DATA_DIR: folder });
  origin = (await command.says(/API\s+(http:\/\/\S+)\/v1\/incidents/))[1] ?? '';
});
afterAll(async () => {
  command.process.kill('SIGKILL');
  await command.finished;
  rmSync(folder, { recursive: true, force: true });
});

const get = async (path: string): Promise<Response> => fetch(`${origin}${path}`);
const timelineOf = async (id: string, query = ''): Promise<Timeline> =>
  (await (await get(`/v1/incidents/${id}/timeline${query}`)).json()) as Timeline;
const told = ({ events }: Timeline, summary: RegExp) => events.filter(event => summary.test(event.summary));

describe('npm run demo', () => {
  test('lists M&S, Co-op and both of Harrods as incidents of their own, and nothing else', async () => {
    const { items } = (await (await get('/v1/incidents?limit=100')).json()) as { items: { id: string }[] };
    expect(items.map(item => item.id).sort()).toEqual([
      'co-op-2025-04',
      'harrods-2025-05',
      'harrods-2025-09',
      'marks-and-spencer-2025-04',
    ]);
  });

  test.each(['marks-and-spencer-2025-04', 'co-op-2025-04', 'harrods-2025-05'])(
    'has a verbatim quote with its outlet behind every line of %s',
    async id => {
      const { events } = await timelineOf(id);
      expect(events.length).toBeGreaterThan(0);
      for (const event of events) {
        expect(event.sources.length).toBeGreaterThan(0);
        for (const source of event.sources) {
          expect(source.quote.trim()).not.toBe('');
          expect(source.publisher).not.toBe('');
          expect(source.url).toMatch(/^http:\/\/127\.0\.0\.1/);
        }
      }
    },
  );

  test('keeps to the contract in every timeline', async () => {
    for (const id of ['marks-and-spencer-2025-04', 'co-op-2025-04', 'harrods-2025-05', 'harrods-2025-09'])
      expect(violations({ $ref: '#/components/schemas/Timeline' }, await timelineOf(id))).toEqual([]);
  });

  test('counts the agency copy as one source', async () => {
    const { events, articles } = await timelineOf('co-op-2025-04');
    expect(articles.some(article => article.copyOf !== undefined)).toBe(true);
    expect(events.some(event => event.independent < event.reports)).toBe(true);
  });

  test('counts a report that was put through another language as a copy', async () => {
    const { articles } = await timelineOf('marks-and-spencer-2025-04');
    const respun = articles.find(article => article.url.endsWith('/larder-and-lane/ms-private-details'));
    const original = articles.find(article => article.url.endsWith('/harbour-post/ms-customer-data-taken'));
    expect(original).toBeDefined();
    expect(respun?.copyOf).toBe(original?.articleId);
  });

  test('has the attackers’ number of members and the Co-op’s in dispute', async () => {
    const timeline = await timelineOf('co-op-2025-04');
    const [boast] = told(timeline, /^20 million .* affected, according to the attackers/);
    const [own] = told(timeline, /^6\.5 million .* affected, according to Co-op/);
    expect(boast).toMatchObject({ status: 'disputed', contradictedBy: [own?.id] });
    expect(own).toMatchObject({ status: 'disputed', contradictedBy: [boast?.id] });
  });

  test('has the first word of the Co-op superseded by its second, and did not know that before', async () => {
    const first = /^Personal data of customers: no evidence/;
    const now = await timelineOf('co-op-2025-04');
    expect(told(now, first)[0]).toMatchObject({ status: 'superseded' });
    expect(now.incident.dataTaken.map(({ type }) => type)).toContain('names');
    const before = await timelineOf('co-op-2025-04', '?asOf=2025-05-01');
    expect(told(before, first)[0]).toMatchObject({ status: 'possible' });
    expect(before.incident.dataTaken).toEqual([]);
    expect(JSON.stringify(before)).not.toContain('6.5 million');
  });

  test('has a service that is back and one that is not', async () => {
    const { events } = await timelineOf('marks-and-spencer-2025-04');
    const open = events.flatMap(({ interval }) => (interval === undefined ? [] : [interval.open]));
    expect(new Set(open)).toEqual(new Set([true, false]));
  });

  test('shows the edit that nobody was told of, with what it took back', async () => {
    const { articles, events } = await timelineOf('co-op-2025-04');
    const gannet = articles.find(article => article.url.endsWith('/daily-gannet/twenty-million-members'));
    expect(gannet?.edits).toHaveLength(1);
    expect(gannet?.edits?.[0]).toMatchObject({ stealth: true, title: { before: expect.stringMatching(/walk off/) } });
    const sources = events.flatMap(event => event.sources).filter(source => source.articleId === gannet?.articleId);
    expect(new Set(sources.map(source => source.edited))).toEqual(new Set(['silently']));
  });

  test('says DEMO on every answer and page', async () => {
    for (const path of ['/', '/incidents/co-op-2025-04', '/v1/incidents', '/v1/incidents/co-op-2025-04/timeline']) {
      const answer = await get(path);
      expect(answer.headers.get('receipts-demo')).toBe('true');
      expect((await answer.text()).toLowerCase()).toContain('demo');
    }
  });

  test('stops cleanly on Ctrl-C, and takes its database with it', async () => {
    command.process.kill('SIGINT');
    const { code, stderr } = await command.finished;
    expect(code).toBe(0);
    expect(stderr).toContain('Stopped.');
    expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false);
  });
});
