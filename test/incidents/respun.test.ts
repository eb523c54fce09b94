import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { LocalIncidentRecord } from '#domain/incident.ts';
import { originalsOf } from '#incidents/independence.ts';
import { analyse } from '#nlp';
import { blocks } from '../../src/demo/markup.ts';
import { OUTLETS } from '../../src/demo/outlets.ts';
import { report } from '../support/story.ts';

interface Read {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly published: string;
}

/** What the rules read of one victim in an article. */
const recordOf = ({ id, title, text, published }: Read, victim: string): LocalIncidentRecord => {
  const { incidents, claims } = analyse({ title, text, publishedAt: published });
  const place = incidents.findIndex(incident => incident.victim === victim);
  return report(
    id,
    published,
    '2025-04',
    claims.filter(claim => claim.incident === place),
  );
};

const DEMO: readonly Read[] = OUTLETS.flatMap(outlet =>
  outlet.articles.map(({ slug, title, body, published }) => ({
    id: slug,
    title,
    text: blocks(body)
      .map(part => (part.kind === 'list' ? part.items.map(item => `* ${item}`).join('\n') : part.text))
      .join('\n\n'),
    published: new Date(published).toISOString(),
  })),
);

test('of all stories of the demo on M&S and the Co-op, just the two copies are taken for copies', () => {
  const copies = ['marks-and-spencer', 'co-op'].flatMap(victim =>
    [...originalsOf(DEMO.map(article => recordOf(article, victim)))].filter(([id, original]) => id !== original),
  );
  expect(copies).toEqual([
    ['ms-private-details', 'ms-customer-data-taken'],
    ['co-op-data-members-agency', 'co-op-member-data-taken'],
  ]);
});

const SEED = new URL('../../../shared/seed/articles.jsonl', import.meta.url).pathname;
if (!existsSync(SEED))
  console.warn('SKIPPED: no respun article beside the project; copies were checked on the demo alone.');

test.skipIf(!existsSync(SEED))('a real article that was put through another language is known for what it is', () => {
  const articles = readFileSync(SEED, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Read);
  const originals = originalsOf(articles.map(article => recordOf(article, 'marks-and-spencer')));
  expect(originals.get('seed')).toBe('seed-original');
});
