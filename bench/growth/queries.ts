import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '#http';
import { createHistory } from '#pipeline';
import { openClient, parseDatabaseUrl } from '../../db/client.ts';
import { createStore } from '../../db/create-store.ts';
import { sql } from '../../db/drizzle.ts';
import { linkingWith } from './build.ts';
import { type Draw, drawFrom } from './draw.ts';

/** An incident that questions are about. */
interface Subject {
  readonly id: string;
  readonly victim: string;
  readonly country: string;
  readonly known: string;
}

type Ask = (one: () => Subject, draw: Draw) => string;

const TYPES = ['names', 'email-addresses', 'passwords', 'payment-cards', 'purchases'];
const WORDS = ['ransomware', 'passwords', 'online orders', 'regulator', 'intruders', 'loyalty details'];

/** What readers ask for, by its name; each time about another incident, drawn alike from archives of every size. */
export const QUESTIONS: Readonly<Record<string, Ask>> = {
  'list, newest': () => '/v1/incidents?limit=20',
  'list of a retailer': one => `/v1/incidents?retailer=${one().victim}`,
  'list by data type': (_, draw) => `/v1/incidents?dataType=${draw.one(TYPES)}&limit=20`,
  'list by country, since a month': one => {
    const { country, known } = one();
    return `/v1/incidents?country=${country}&knownFrom=${known}&limit=20`;
  },
  'list by service and certainty': () =>
    '/v1/incidents?service=online-orders&certainty=confirmed&sort=-articles&limit=20',
  'list by two words': one => `/v1/incidents?q=${one().victim.split('-').slice(0, 2).join('+')}&limit=20`,
  'an incident': one => `/v1/incidents/${one().id}`,
  timeline: one => `/v1/incidents/${one().id}/timeline`,
  claims: one => `/v1/incidents/${one().id}/claims?limit=20`,
  related: one => `/v1/incidents/${one().id}/related`,
  'compare three': one => `/v1/compare?incidents=${one().id},${one().id},${one().id}`,
  search: (one, draw) => `/v1/search?q=${encodeURIComponent(`${draw.one(WORDS)} ${one().victim.split('-')[0]}`)}`,
  'search, a common word': (_, draw) => `/v1/search?q=${encodeURIComponent(draw.one(WORDS))}`,
  'stats of a retailer': one => `/v1/stats?retailer=${one().victim}&by=attackType`,
  'stats of all': () => '/v1/stats?by=month,attackType',
};

/** An API over an archive, and questions to it. Nothing is kept between two answers. */
export const openQuestions = async (url: string, seed: number) => {
  const client = openClient(parseDatabaseUrl(url), 2);
  const store = createStore(client);
  const history = createHistory({ ...linkingWith(store) });
  const app = createApp({ store, history, contract: '', demo: false, version: '0' });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const subjects = await client.rows<Subject>(sql`
    select id, victim, coalesce(country, 'GB') as country, known from receipts.incidents order by md5(id) limit 3000`);
  const draw = drawFrom(seed);
  const one = (): Subject => draw.one(subjects);
  return {
    incidents: subjects.length,
    /** Asks once; milliseconds until the last byte. Throws where the answer is no good. */
    async ask(name: string): Promise<number> {
      const path = QUESTIONS[name]?.(one, draw) ?? '/';
      const started = performance.now();
      const response = await fetch(`${origin}${path}`);
      await response.arrayBuffer();
      if (response.status !== 200) throw new Error(`${path} was answered with ${response.status}`);
      return performance.now() - started;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await client.close();
    },
  };
};
