import { expect, test } from 'vitest';
import type { Store } from '#db';
import { linksOf } from '../../src/cli/export.ts';

/** A store of incidents with articles `[name, role]`, one on a page. */
const storeOf = (incidents: Readonly<Record<string, readonly (readonly [string, string])[]>>): Store => {
  const paged = <T>(items: readonly T[], cursor = '0') => {
    const at = Number(cursor);
    return { items: items.slice(at, at + 1), ...(at + 1 < items.length ? { next: String(at + 1) } : {}) };
  };
  const answers = {
    listIncidents: async (_: unknown, { cursor }: { cursor?: string }) =>
      paged(
        Object.keys(incidents).map(id => ({ id })),
        cursor,
      ),
    incidentArticles: async (id: string, { cursor }: { cursor?: string }) => {
      const found = incidents[id];
      if (!found || found.length === 0) return undefined;
      return {
        found: paged(
          found.map(([name, role]) => ({
            role,
            url: `https://outlet.example/${name}`,
            ...(name.startsWith('x') ? {} : { externalId: name }),
          })),
          cursor,
        ),
      };
    },
  };
  return answers as unknown as Store;
};

test('every article is listed once with all incidents that it tells of, by its own id or else its address', async () => {
  const store = storeOf({
    'beta-2031-02': [
      ['b', 'main'],
      ['a', 'secondary'],
    ],
    'alpha-2031-01': [
      ['a', 'main'],
      ['x', 'main'],
    ],
  });
  expect([...(await linksOf(store))]).toEqual([
    ['a', ['alpha-2031-01', 'beta-2031-02']],
    ['b', ['beta-2031-02']],
    ['https://outlet.example/x', ['alpha-2031-01']],
  ]);
});

test('a mention is no link, and an incident that went away meanwhile has none', async () => {
  const store = storeOf({ 'alpha-2031-01': [['a', 'mention']], 'gone-2031-01': [] });
  expect([...(await linksOf(store))]).toEqual([]);
});
