import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { IncidentSummary } from '#domain/incident.ts';
import type { Timeline, TimelineEvent } from '#domain/timeline.ts';
import { openDriver, parseDatabaseUrl } from '../../db/client.ts';
import type { IncidentFilter, IncidentSort, IncidentUpdate, Page, PageRequest, Store } from '../../db/store.ts';
import { lasting, tellsOf } from '../../src/http/matches.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { derivation, derived, event, summary } from './samples.ts';

type Driver = ReturnType<typeof openDriver>;

/** A database with a way to write incidents as a linker does, without articles. */
const archive = async () => {
  const database: TestDatabase = await testDatabase();
  const driver: Driver = openDriver(parseDatabaseUrl(database.url), 'test', 2);
  const write = async (
    victim: string,
    over: Partial<IncidentSummary> = {},
    events: (id: string) => readonly TimelineEvent[] = () => [],
    traits?: { readonly country?: string; readonly shop?: string },
  ): Promise<void> => {
    await driver`insert into receipts.relink_marks (victim, version) values (${victim}, nextval('receipts.relink_versions'))
      on conflict (victim) do update set version = excluded.version`;
    const id = `${victim}-2026-01`;
    const about = summary(id, { retailer: { slug: victim, name: victim.toUpperCase() }, known: '2026-01', ...over });
    const made = derived(about, { timeline: { incident: about, events: events(id), articles: [] } });
    const mark = await database.store.relinkMark(victim);
    await database.store.saveDerivation(
      mark!,
      derivation(victim, { ...made, ...(traits === undefined ? {} : { traits }) }),
    );
  };
  const remove = async (victim: string): Promise<void> => {
    await driver`insert into receipts.relink_marks (victim, version) values (${victim}, nextval('receipts.relink_versions'))`;
    await database.store.saveDerivation((await database.store.relinkMark(victim))!, derivation(victim));
  };
  const close = async (): Promise<void> => {
    await driver.end();
    await database.close();
  };
  return { store: database.store, driver, write, remove, close };
};

const number = (index: number): string => String(index).padStart(4, '0');
const minute = (index: number): string => new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString();

describe('paging through a thousand incidents while others arrive and move', () => {
  let held: Awaited<ReturnType<typeof archive>>;
  const many = async (from: number, to: number, at: (index: number) => string) => {
    for (let start = from; start < to; start += 50)
      await Promise.all(
        Array.from({ length: Math.min(50, to - start) }, (_, offset) =>
          held.write(`shop-${number(start + offset)}`, { lastReportedAt: at(start + offset), articles: 2 }),
        ),
      );
  };
  beforeAll(async () => {
    held = await archive();
    await many(0, 1000, minute);
  });
  afterAll(() => held.close());

  const pages = async (
    read: (page: PageRequest) => Promise<Page<{ readonly id: string }>>,
    between: (page: number) => Promise<void>,
  ): Promise<readonly string[]> => {
    const ids: string[] = [];
    let cursor: string | undefined;
    for (let number = 0; number < 100; number++) {
      const page = await read({ limit: 50, ...(cursor === undefined ? {} : { cursor }) });
      ids.push(...page.items.map(({ id }) => id));
      if (page.next === undefined) return ids;
      cursor = page.next;
      await between(number);
    }
    throw new Error('the list has no end');
  };
  const before = Array.from({ length: 1000 }, (_, index) => `shop-${number(index)}-2026-01`);

  test.each<[IncidentSort, number]>([
    ['-lastReportedAt', 1000],
    ['lastReportedAt', 2000],
    ['-articles', 3000],
  ])(
    'in the order %s, each of the thousand is seen once',
    async (sort, firstNew) => {
      let next = firstNew;
      const seen = await pages(
        page => held.store.listIncidents({}, page, sort),
        async pageNumber => {
          // Eleven arrive, at both ends and in the middle; ten that were there move from one end to the other.
          await many(next, next + 11, index => minute((index * 137) % 2000));
          next += 11;
          const moved = Array.from({ length: 10 }, (_, index) => (pageNumber * 53 + index * 97) % 1000);
          await Promise.all(
            moved.map(index =>
              held.write(`shop-${number(index)}`, {
                lastReportedAt: minute(5000 + next + index - (index % 2) * 9000),
                articles: 1 + ((pageNumber + index) % 7),
              }),
            ),
          );
        },
      );
      expect(next - firstNew).toBeGreaterThanOrEqual(200);
      const old = seen.filter(id => /^shop-0\d{3}-/.test(id));
      expect(old.toSorted()).toEqual(before);
      expect(new Set(seen).size).toBe(seen.length);
    },
    120_000,
  );

  test('a cursor of another order, or one with a broken snapshot, is refused by name', async () => {
    const { next } = await held.store.listIncidents({}, { limit: 1 });
    const forged = ['9:1:', '0:1:', '1:9:8,3', 'x', '1:2'].map(snapshot =>
      Buffer.from(JSON.stringify(['incidents', '-known', snapshot, '2026', 'x'])).toString('base64url'),
    );
    for (const cursor of [next!, ...forged])
      await expect(held.store.listIncidents({}, { limit: 1, cursor }, '-known')).rejects.toMatchObject({
        code: 'invalid-parameter',
        subject: 'cursor',
      });
  });
});

describe('updates since a cursor', () => {
  let held: Awaited<ReturnType<typeof archive>>;
  beforeAll(async () => {
    held = await archive();
  });
  afterAll(() => held.close());

  /** Everything after a cursor. What transactions elsewhere hold back is waited for by asking until `enough`. */
  const readAll = async (cursor?: string): Promise<{ items: IncidentUpdate[]; cursor: string }> => {
    const items: IncidentUpdate[] = [];
    for (let at = cursor; ; ) {
      const page = await held.store.updatesSince({ limit: 7, ...(at === undefined ? {} : { cursor: at }) });
      items.push(...page.items);
      at = page.cursor;
      if (!page.more) return { items, cursor: at };
    }
  };
  const waitFor = async (cursor: string | undefined, count: number) =>
    vi.waitFor(
      async () => {
        const found = await readAll(cursor);
        expect(found.items.length).toBeGreaterThanOrEqual(count);
        return found;
      },
      { timeout: 30_000, interval: 50 },
    );

  test('of one time are each told once, also those that arrive while pages are read', async () => {
    await Promise.all(Array.from({ length: 60 }, (_, index) => held.write(`equal-${number(index)}`)));
    await held.driver`update receipts.incident_updates set changed_at = '2026-01-01T00:00:00Z'`;
    const first = await held.store.updatesSince({ limit: 20 });
    await Promise.all(Array.from({ length: 20 }, (_, index) => held.write(`equal-${number(60 + index)}`)));
    await held.driver`update receipts.incident_updates set changed_at = '2026-01-01T00:00:00Z'`;
    const rest = await waitFor(first.cursor, 80 - first.items.length);
    const ids = [...first.items, ...rest.items].map(({ incident }) => incident);
    expect(ids.toSorted()).toEqual(Array.from({ length: 80 }, (_, index) => `equal-${number(index)}-2026-01`));
  });

  test('tell of a change, a removal and a return, and of nothing where nothing changed', async () => {
    const { cursor } = await waitFor(undefined, 80);
    await held.write('equal-0001');
    await held.write('equal-0002', { title: 'Another title' });
    await held.remove('equal-0003');
    const one = await waitFor(cursor, 2);
    expect(one.items.map(({ incident, change }) => `${incident} ${change}`)).toEqual([
      'equal-0002-2026-01 updated',
      'equal-0003-2026-01 removed',
    ]);
    await held.write('equal-0003');
    const two = await waitFor(one.cursor, 1);
    expect(two.items).toMatchObject([{ incident: 'equal-0003-2026-01', change: 'created' }]);
  });

  test('that are written but not through are not passed over', async () => {
    const { cursor } = await waitFor(undefined, 80);
    let through = (): void => {};
    const open = new Promise<void>(resolve => {
      through = resolve;
    });
    // An older transaction that ends after a younger one.
    const slow = held.driver.begin(async tx => {
      await tx`update receipts.incident_updates set xid = pg_current_xact_id() where incident_id = 'equal-0010-2026-01'`;
      await open;
    });
    await vi.waitFor(async () => {
      const [row] = await held.driver`select count(*)::int as open from pg_stat_activity
        where datname = current_database() and state = 'idle in transaction'`;
      expect(row!['open']).toBe(1);
    });
    await held.write('equal-0011', { title: 'A younger change' });
    const meanwhile = await readAll(cursor);
    through();
    await slow;
    const after = await waitFor(meanwhile.cursor, 2);
    const ids = [...meanwhile.items, ...after.items].map(({ incident }) => incident);
    expect(ids).toEqual(['equal-0010-2026-01', 'equal-0011-2026-01']);
  });
});

describe('filters', () => {
  let held: Awaited<ReturnType<typeof archive>>;
  let store: Store;
  const WASP = [{ name: 'PaperWasp', role: 'claimant', certainty: 'claimed' }] as const;
  const cards = { type: 'payment-cards', subject: 'customer' } as const;
  beforeAll(async () => {
    held = await archive();
    store = held.store;
    await held.write(
      'oak',
      { known: '2025-04', status: { state: 'resolved' }, title: 'Oak loses cards' },
      id => [
        event(id, 'data', { ...cards, polarity: 'taken' }, { certainty: 'claimed', independent: 1 }),
        event(
          id,
          'service',
          { service: 'online-orders', state: 'suspended' },
          {
            date: { edtf: '2025-04-25', precision: 'day' },
            independent: 4,
            interval: {
              start: { edtf: '2025-04-25', basis: 'stated' },
              end: { edtf: '2025-06-10', basis: 'stated' },
              open: false,
            },
          },
        ),
        event(id, 'money', { metric: 'cost', min: 270e6, max: 440e6, currency: 'GBP', qualifier: 'about' }),
        event(id, 'money', { metric: 'market-value', amount: -700e6, currency: 'GBP', qualifier: 'exact' }),
        event(id, 'attack', { type: 'ransomware' }, { certainty: 'reported', firstReportedAt: '2025-05-02' }),
        event(id, 'date', { what: 'attack' }, { date: { edtf: '2025-04-19', precision: 'day' } }),
        event(id, 'date', { what: 'disclosed' }, { date: { edtf: '2025-04-22', precision: 'day' } }),
      ],
      { country: 'GB', shop: 'department-store' },
    );
    await held.write(
      'elm',
      { known: '2025-05', firstReportedAt: '2025-05-01', title: 'Elm says cards are safe', actors: WASP },
      id => [
        event(id, 'data', { ...cards, polarity: 'not-taken' }),
        event(id, 'attack', { type: 'ransomware' }, { certainty: 'denied', status: 'denied' }),
        event(id, 'money', { metric: 'cost', amount: 5e6, currency: 'USD', qualifier: 'at-least' }),
        event(id, 'actor', { name: 'PaperWasp', role: 'claimant' }, { certainty: 'claimed' }),
      ],
      { country: 'US', shop: 'fashion' },
    );
  });
  afterAll(() => held.close());

  test.each<[IncidentFilter, string]>([
    [{ dataType: 'payment-cards' }, 'oak'],
    [{ dataType: 'payment-cards', polarity: 'not-taken' }, 'elm'],
    [{ dataType: 'payment-cards', certainty: 'confirmed' }, ''],
    [{ dataType: 'payment-cards', certainty: 'claimed' }, 'oak'],
    [{ dataType: 'payment-cards', minIndependent: 2 }, ''],
    [{ minIndependent: 4 }, 'oak'],
    [{ attackType: 'ransomware' }, 'oak'],
    [{ attackType: 'ransomware', certainty: 'denied' }, 'elm'],
    [{ service: 'online-orders', serviceState: 'suspended' }, 'oak'],
    [{ service: 'online-orders', serviceState: 'restored' }, ''],
    [{ metric: 'cost', currency: 'GBP', minAmount: 400e6 }, 'oak'],
    [{ metric: 'cost', currency: 'GBP', minAmount: 500e6 }, ''],
    [{ metric: 'cost', currency: 'USD', minAmount: 50e6 }, 'elm'],
    [{ metric: 'cost', currency: 'USD', maxAmount: 1e6 }, ''],
    [{ metric: 'market-value', currency: 'GBP', minAmount: 600e6, maxAmount: 800e6 }, 'oak'],
    [{ actor: 'paperwasp' }, 'elm'],
    [{ country: 'US' }, 'elm'],
    [{ shop: 'department-store' }, 'oak'],
    [{ status: 'resolved' }, 'oak'],
    [{ knownFrom: '2025-05' }, 'elm'],
    [{ knownTo: '2025-04' }, 'oak'],
    [{ knownFrom: '2025', knownTo: '2025' }, 'elm oak'],
    [{ knownTo: '2024' }, ''],
    [{ happenedFrom: '2025-04-25', happenedTo: '2025-04-30' }, 'oak'],
    [{ happenedFrom: '2025-04-26' }, ''],
    [{ reportedFrom: '2025-05-02', reportedTo: '2025-05-02' }, 'oak'],
    [{ reportedTo: '2025-05-01' }, ''],
    [{ speaker: 'victim' }, 'elm oak'],
    [{ speaker: 'supplier' }, ''],
    [{ updatedTo: '2020-01-01' }, ''],
    [{ kind: 'actor' }, 'elm'],
  ])('%j', async (filter, names) => {
    const { items } = await store.listIncidents(filter, { limit: 10 });
    expect(
      items
        .map(({ retailer }) => retailer.slug)
        .toSorted()
        .join(' '),
    ).toBe(names);
  });

  test.each<IncidentFilter>([
    { dataType: 'payment-cards' },
    { polarity: 'not-taken', speaker: 'victim' },
    { attackType: 'ransomware', certainty: 'denied' },
    { metric: 'cost', currency: 'USD', minAmount: 50e6 },
    { metric: 'cost', currency: 'GBP', maxAmount: 300e6 },
    { metric: 'market-value', minAmount: 600e6, currency: 'GBP' },
    { happenedFrom: '2025-04-20', happenedTo: '2025-04-24' },
    { reportedTo: '2025-05-02' },
    { minIndependent: 2, service: 'online-orders' },
    { status: 'resolved' },
    { actor: 'paperwasp', country: 'US' },
    { kind: 'date', knownTo: '2025-04' },
  ])('%j means the same to a list of the past', async filter => {
    const listed = (await store.listIncidents(filter, { limit: 10 })).items.map(({ id }) => id);
    const candidates = await store.listIncidents(lasting(filter), { limit: 10 });
    const told = await Promise.all(
      candidates.items.map(async ({ id }) => {
        const found = await store.getTimeline(id);
        if (found === undefined || !('found' in found)) throw new Error(`${id} has no timeline`);
        return tellsOf(JSON.parse(found.found.json) as Timeline, filter) ? [id] : [];
      }),
    );
    expect(told.flat()).toEqual(listed);
  });

  test('statistics count what fits, and how long it took', async () => {
    const all = await store.stats({}, ['month', 'attackType', 'dataType', 'dataNotTaken', 'country', 'actor']);
    expect(all.incidents).toBe(2);
    expect(Object.fromEntries(all.counts.map(({ by, values }) => [by, values.map(({ value }) => value)]))).toEqual({
      month: ['2025-04', '2025-05'],
      attackType: ['ransomware'],
      dataType: ['payment-cards'],
      dataNotTaken: ['payment-cards'],
      country: ['GB', 'US'],
      actor: ['paperwasp'],
    });
    expect(all.daysToDisclose).toEqual({ incidents: 1, min: 3, q1: 3, median: 3, q3: 3, max: 3 });
    expect(all.daysToRestore).toMatchObject({ incidents: 1, median: 46 });
    expect((await store.stats({ country: 'FR' }, ['month'])).daysToRestore).toEqual({ incidents: 0 });
  });

  test('a search finds words in any form, and says where they stand', async () => {
    const { items } = await store.searchTexts('losing card', { limit: 5 });
    expect(items).toMatchObject([{ incident: 'oak-2026-01', where: 'title', text: 'Oak loses cards' }]);
    expect(items[0]!.highlights.map(({ start, end }) => items[0]!.text.slice(start, end))).toEqual(['loses', 'cards']);
    const quotes = await store.searchTexts('"something of actor"', { limit: 5 });
    expect(quotes.items).toMatchObject([{ where: 'quote', incident: 'elm-2026-01' }]);
  });

  test('a search can be paged and its pages are the whole', async () => {
    const whole = await store.searchTexts('something', { limit: 50 });
    expect(whole.items.length).toBeGreaterThan(6);
    const found: unknown[] = [];
    for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
      const page = await store.searchTexts('something', { limit: 3, ...(cursor === undefined ? {} : { cursor }) });
      found.push(...page.items);
      cursor = page.next;
    }
    expect(found).toEqual(whole.items);
  });

  test('names are found in spite of typing mistakes', async () => {
    expect(await store.namesLike('papperwasp', 3)).toMatchObject([{ entity: 'actor', slug: 'paperwasp' }]);
    expect(await store.namesLike('PaperWasp', 3)).toMatchObject([{ likeness: 1 }]);
    expect(await store.namesLike('zzzzqqqq', 3)).toEqual([]);
  });

  test('an event leads to its incident', async () => {
    const { id } = event('elm-2026-01', 'actor', { name: 'PaperWasp', role: 'claimant' });
    expect(await store.incidentOfEvent(id)).toBe('elm-2026-01');
    expect(await store.incidentOfEvent('evt_none')).toBeUndefined();
  });

  test('many ids are read at once, in their order', async () => {
    const found = await store.incidentsByIds(['elm-2026-01', 'nobody', 'oak-2026-01']);
    expect(found.map(one => one && 'found' in one && one.found.retailer.slug)).toEqual(['elm', undefined, 'oak']);
  });
});
