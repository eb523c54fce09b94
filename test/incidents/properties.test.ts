import { describe, expect, test } from 'vitest';
import type { Decision } from '#domain/decision.ts';
import type { IdAssignment, LinkedIncident, LocalIncidentRecord } from '#domain/incident.ts';
import { linkVictim } from '#incidents/link.ts';
import { chance, drawn, shuffled } from '../support/draw.ts';
import { day, report, type ToldClaim } from '../support/story.ts';

const NOW = '2032-01-01T00:00:00.000Z';
const SEEDS = Array.from({ length: 80 }, (_, seed) => seed + 1);

/** A sentence that holds for every archive; which one broke it stands in the error. */
const forAll = (sentence: string, check: (seed: number) => void): void =>
  test(sentence, () => {
    for (const seed of SEEDS)
      try {
        check(seed);
      } catch (error) {
        throw new Error(`archive ${seed}: ${error instanceof Error ? error.message : error}`, { cause: error });
      }
  });

const month = (random: () => number): string =>
  `${drawn(random, ['2029', '2030', '2031'])}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}`;

const claimOf = (random: () => number, known: string): ToldClaim =>
  drawn<ToldClaim>(random, [
    { kind: 'date', value: { what: 'attack' }, date: day(`${known}-14`) },
    { kind: 'date', value: { what: 'disclosed' }, date: day(`${known}-20~`) },
    { kind: 'actor', value: { name: drawn(random, ['PaperWasp', 'Night Ferret']), role: 'claimant' } },
    { kind: 'attack', value: { type: drawn(random, ['ransomware', 'unspecified', 'phishing']) } },
    {
      kind: 'people',
      value: {
        count: drawn(random, [41_000, 2_600_000]),
        qualifier: 'exact',
        subject: 'customer',
        sense: 'affected',
      },
    },
    { kind: 'money', value: { metric: 'cost', amount: 7_000_000, currency: 'EUR', qualifier: 'about' } },
    { kind: 'legal', value: { action: 'fine' } },
    {
      kind: 'data',
      value: { type: 'names', subject: 'customer', polarity: 'taken' },
      quote: 'names of guests of Kelpmouth',
    },
  ]);

/** Reports of one shop as they come: some dated, some not, some of two attacks, some that only name it. */
const archive = (seed: number): readonly LocalIncidentRecord[] => {
  const random = chance(seed);
  return Array.from({ length: 4 + Math.floor(random() * 14) }, (_, index) => {
    const published = month(random);
    const told = drawn(random, [published, published, month(random), published.slice(0, 4), '2029']);
    const known = [told, published].sort()[0] ?? told;
    const claims = Array.from({ length: Math.floor(random() * 4) }, () =>
      claimOf(random, known.length > 4 ? known : published),
    );
    // Now and then one article tells of two attacks.
    const article = random() < 0.2 && index > 0 ? `a${index - 1}` : `a${index}`;
    const record = report(article, random() < 0.9 ? `${published}-21` : undefined, known, claims, {
      victim: 'Larder & Lane',
      role: drawn(random, ['main', 'main', 'main', 'secondary', 'mention']),
    });
    return { ...record, id: `${record.id}-${index}` };
  });
};

const content = (incidents: readonly LinkedIncident[]): string =>
  JSON.stringify(incidents.map(({ id: _id, formerIds: _former, ...rest }) => rest));
const partition = (incidents: readonly LinkedIncident[]): string =>
  JSON.stringify(incidents.map(({ members }) => members.map(({ id }) => id).sort()).sort());

/** What the ledger holds when the reports came in one after the other and were linked each time. */
const arrived = (records: readonly LocalIncidentRecord[], decisions: readonly Decision[] = []) => {
  let assignments: readonly IdAssignment[] = [];
  for (let count = 1; count <= records.length; count++)
    assignments = [...assignments, ...linkVictim(records.slice(0, count), assignments, NOW, decisions).newAssignments];
  return linkVictim(records, assignments, NOW, decisions);
};

describe('whatever the reports', () => {
  forAll('the order of the set changes nothing', seed => {
    const records = archive(seed);
    const random = chance(seed + 1000);
    const first = JSON.stringify(linkVictim(records, [], NOW));
    for (let round = 0; round < 4; round++)
      expect(JSON.stringify(linkVictim(shuffled(random, records), [], NOW))).toBe(first);
  });

  forAll('the order of arrival changes nothing but which ids were given on the way', seed => {
    const records = archive(seed);
    const random = chance(seed + 2000);
    const straight = content(linkVictim(records, [], NOW).incidents);
    for (let round = 0; round < 3; round++)
      expect(content(arrived(shuffled(random, records)).incidents)).toBe(straight);
  });

  forAll('doing it again gives no new id and the same incidents', seed => {
    const records = archive(seed);
    const once = linkVictim(records, [], NOW);
    const again = linkVictim(records, once.newAssignments, NOW);
    expect(again.newAssignments).toEqual([]);
    expect(JSON.stringify(again.incidents)).toBe(JSON.stringify(once.incidents));
  });

  forAll('every report but mere mentions is in one incident, and every id leads to one', seed => {
    const records = archive(seed);
    const { incidents } = arrived(records);
    const placed = incidents.flatMap(({ members }) => members.map(({ id }) => id));
    expect(new Set(placed).size).toBe(placed.length);
    for (const { id, role } of records) if (role !== 'mention') expect(placed).toContain(id);
    const ids = incidents.flatMap(({ id, formerIds }) => [id, ...formerIds]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { links } of incidents)
      for (const { score, reasons } of links) {
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(reasons.length).toBeGreaterThan(0);
      }
  });
});

describe('whatever people decide', () => {
  const decided = { who: 'Editor', why: 'read both' };

  forAll('a merge makes two incidents one, and splitting it again is as if nothing had been', seed => {
    const records = archive(seed);
    const before = linkVictim(records, [], NOW);
    const [into, from] = before.incidents;
    if (!into || !from) return;
    const merge: Decision = {
      ...decided,
      id: 'd1',
      at: '2032-02-01T00:00:00.000Z',
      kind: 'merge',
      from: from.id,
      into: into.id,
    };
    const merged = linkVictim(records, before.newAssignments, NOW, [merge]);
    const whole = merged.incidents.find(({ id }) => id === into.id);
    expect(whole?.formerIds).toContain(from.id);
    expect(whole?.members).toHaveLength(into.members.length + from.members.length);
    const articles = from.members.map(({ article }) => article.articleId);
    // An article that tells of both cannot be split off for one of them alone.
    if (into.members.some(({ article }) => articles.includes(article.articleId))) return;
    const split: Decision = {
      ...decided,
      id: 'd2',
      at: '2032-02-02T00:00:00.000Z',
      kind: 'split',
      incident: into.id,
      articles,
    };
    const parted = linkVictim(records, before.newAssignments, NOW, [merge, split]);
    expect(partition(parted.incidents)).toBe(partition(before.incidents));
    expect(parted.incidents.map(({ id }) => id).sort()).toEqual(before.incidents.map(({ id }) => id).sort());
    expect(parted.newAssignments).toEqual([]);
    expect(parted.unmatched).toEqual([]);
  });

  forAll('decisions hold whatever the order in which the reports come', seed => {
    const records = archive(seed);
    const before = linkVictim(records, [], NOW);
    const [into, from] = before.incidents;
    if (!into || !from) return;
    const merge: Decision = {
      ...decided,
      id: 'd1',
      at: '2032-02-01T00:00:00.000Z',
      kind: 'merge',
      from: from.id,
      into: into.id,
    };
    const random = chance(seed + 3000);
    const straight = partition(linkVictim(records, before.newAssignments, NOW, [merge]).incidents);
    expect(partition(linkVictim(shuffled(random, records), before.newAssignments, NOW, [merge]).incidents)).toBe(
      straight,
    );
  });
});
