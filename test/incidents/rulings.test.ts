import { describe, expect, test } from 'vitest';
import { type Decision, type DecisionAction, inForce } from '#domain/decision.ts';
import type { LocalIncidentRecord } from '#domain/incident.ts';
import { linkVictim } from '#incidents/link.ts';
import { day, report, type ToldClaim } from '../support/story.ts';

const NOW = '2031-12-01T00:00:00.000Z';
const FERRY = { victim: 'North Ferry' };
const attack = (date: string): ToldClaim => ({ kind: 'date', value: { what: 'attack' }, date: day(date) });
const gang = (name: string): ToldClaim => ({ kind: 'actor', value: { name, role: 'claimant' } });

const decide = (id: string, at: string, action: DecisionAction): Decision => ({
  ...action,
  id,
  at,
  who: 'A. Editor',
  why: 'both reports name one letter',
});
const merge = (from: string, into: string, id = 'd1', at = '2031-06-01T00:00:00.000Z'): Decision =>
  decide(id, at, { kind: 'merge', from, into });
const split = (incident: string, articles: readonly string[], id = 'd2', at = '2031-06-02T00:00:00.000Z'): Decision =>
  decide(id, at, { kind: 'split', incident, articles });
const fetched = (record: LocalIncidentRecord, fetchedAt: string): LocalIncidentRecord => ({
  ...record,
  article: { ...record.article, fetchedAt },
});

const spring = [
  report('s1', '2031-03-04', '2031-03', [attack('2031-03-02')], FERRY),
  report('s2', '2031-03-06', '2031-03', [attack('2031-03-02'), gang('PaperWasp')], FERRY),
].map(record => fetched(record, '2031-03-10T00:00:00.000Z'));
const autumn = [
  report('a1', '2031-10-01', '2031-09', [attack('2031-09-29')], FERRY),
  report('a2', '2031-10-02', '2031-09', [attack('2031-09-29')], FERRY),
].map(record => fetched(record, '2031-10-03T00:00:00.000Z'));
const archive = [...spring, ...autumn];
/** The ids that were given before anybody decided anything. */
const given = linkVictim(archive, [], '2031-05-01T00:00:00.000Z').newAssignments;

const shape = (decisions: readonly Decision[], records: readonly LocalIncidentRecord[] = archive) =>
  linkVictim(records, given, NOW, decisions).incidents.map(({ id, formerIds, members }) => ({
    id,
    formerIds,
    articles: members.map(({ article }) => article.articleId).sort(),
  }));

describe('merging', () => {
  test('what belonged to the one belongs to the other, and its id leads there', () => {
    expect(shape([merge('north-ferry-2031-09', 'north-ferry-2031-03')])).toEqual([
      { id: 'north-ferry-2031-03', formerIds: ['north-ferry-2031-09'], articles: ['a1', 'a2', 's1', 's2'] },
    ]);
  });

  test('the id into which a person merged stays, though the other incident is older', () => {
    expect(shape([merge('north-ferry-2031-03', 'north-ferry-2031-09')])[0]).toMatchObject({
      id: 'north-ferry-2031-09',
      formerIds: ['north-ferry-2031-03'],
    });
  });

  test('a link that a person made says so', () => {
    const [incident] = linkVictim(archive, given, NOW, [merge('north-ferry-2031-09', 'north-ferry-2031-03')]).incidents;
    expect(incident?.links.find(({ articleId }) => articleId === 'a1')?.reasons).toContain(
      'merged by a person: both reports name one letter',
    );
  });

  test('a merge that is taken back never was', () => {
    const decisions = [
      merge('north-ferry-2031-09', 'north-ferry-2031-03'),
      decide('d9', '2031-06-05T00:00:00.000Z', { kind: 'undo', decision: 'd1' }),
    ];
    expect(shape(inForce(decisions))).toEqual(shape([]));
  });
});

describe('splitting', () => {
  test('the articles named become an incident of their own; the id stays with the rest', () => {
    const links = linkVictim(archive, given, NOW, [split('north-ferry-2031-03', ['s1'])]);
    expect(links.incidents.map(({ id, members }) => [id, members.map(({ article }) => article.articleId)])).toEqual([
      ['north-ferry-2031-03', ['s2']],
      ['north-ferry-2031-03-2', ['s1']],
      ['north-ferry-2031-09', ['a1', 'a2']],
    ]);
    expect(links.newAssignments.map(({ id }) => id)).toEqual(['north-ferry-2031-03-2']);
    expect(links.splits).toEqual([{ decision: 'd2', from: 'north-ferry-2031-03', into: 'north-ferry-2031-03-2' }]);
  });

  test('the part split off keeps its id from then on', () => {
    const decisions = [split('north-ferry-2031-03', ['s1'])];
    const first = linkVictim(archive, given, NOW, decisions);
    const again = linkVictim(archive, [...given, ...first.newAssignments], NOW, decisions);
    expect(again.incidents).toEqual(first.incidents);
    expect(again.newAssignments).toEqual([]);
  });

  test('a report that comes later goes to the part that it fits', () => {
    const decisions = [split('north-ferry-2031-03', ['s2'])];
    const later = [
      fetched(
        report('late', '2031-03-20', '2031-03', [attack('2031-03-02'), gang('PaperWasp')], FERRY),
        '2031-07-01T00:00:00.000Z',
      ),
      fetched(report('late2', '2031-03-21', '2031-03', [attack('2031-03-02')], FERRY), '2031-07-01T00:00:00.000Z'),
    ];
    const parts = shape(decisions, [...archive, ...later]);
    expect(parts.find(({ articles }) => articles.includes('s2'))?.articles).toEqual(['late', 's2']);
    expect(parts.find(({ articles }) => articles.includes('s1'))?.articles).toEqual(['late2', 's1']);
  });

  test('splitting what was merged gives back the ids as they were', () => {
    const decisions = [
      merge('north-ferry-2031-09', 'north-ferry-2031-03'),
      split('north-ferry-2031-03', ['a1', 'a2'], 'd2'),
    ];
    expect(shape(decisions)).toEqual(shape([]));
  });

  test('articles that are apart already need no splitting', () => {
    const links = linkVictim(archive, given, NOW, [split('north-ferry-2031-03', ['a1', 'a2'])]);
    expect(links.incidents.map(({ id }) => id)).toEqual(['north-ferry-2031-03', 'north-ferry-2031-09']);
    expect(links.unmatched).toEqual([]);
  });
});

describe('an article that is not about an incident', () => {
  const dropped = decide('d3', '2031-06-01T00:00:00.000Z', { kind: 'not-an-incident', article: 's1' });

  test('counts for nothing, and the id that was given for it stays with the others', () => {
    expect(shape([dropped])[0]).toEqual({ id: 'north-ferry-2031-03', formerIds: [], articles: ['s2'] });
  });
});

describe('decisions that mean nothing that is held', () => {
  test('are named, not passed over', () => {
    const decisions = [
      merge('north-ferry-2029-01', 'north-ferry-2031-03', 'd4'),
      split('north-ferry-2031-03', ['nowhere'], 'd5'),
      decide('d6', '2031-06-01T00:00:00.000Z', { kind: 'not-an-incident', article: 'nowhere' }),
    ];
    expect(linkVictim(archive, given, NOW, decisions).unmatched).toEqual(['d4', 'd5', 'd6']);
  });
});
