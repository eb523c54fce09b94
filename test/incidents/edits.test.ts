import { describe, expect, test } from 'vitest';
import type { ArticleEdit } from '#domain/timeline.ts';
import { editsOf } from '#incidents/edits.ts';
import { ledgerArticle, type ToldText } from '../support/ledger.ts';
import type { ToldClaim } from '../support/story.ts';

const BEFORE = '2031-03-05T12:00:00.000Z';
const AFTER = '2031-03-09T12:00:00.000Z';

const people = (count: number, quote: string): ToldClaim => ({
  kind: 'people',
  value: { count, qualifier: 'exact', subject: 'customer', sense: 'affected' },
  quote,
});
const names = (quote: string, over: Partial<ToldClaim> = {}): ToldClaim =>
  ({ kind: 'data', value: { type: 'names', subject: 'customer', polarity: 'taken' }, quote, ...over }) as ToldClaim;

const edited = (before: readonly ToldClaim[], after: readonly ToldClaim[], over: Partial<ToldText> = {}) =>
  editsOf(
    ledgerArticle('a', [
      { seen: [BEFORE], published: '2031-03-05T09:00:00.000Z', claims: before },
      { seen: [AFTER], published: '2031-03-05T09:00:00.000Z', claims: after, ...over },
    ]),
  );
const told = ([edit]: readonly ArticleEdit[]) =>
  edit?.claims.map(({ change, before, after }) => [change, before?.quote, after?.quote]);

describe('an edit', () => {
  test('lists what appeared and what vanished', () => {
    const edits = edited([names('names were taken')], [people(900, '900 customers are affected')]);
    expect(told(edits)).toEqual([
      ['vanished', 'names were taken', undefined],
      ['appeared', undefined, '900 customers are affected'],
    ]);
    expect(edits[0]).toMatchObject({ lastSeenBefore: BEFORE, seenAt: AFTER });
  });

  test('of a figure is a change of the one into the other', () => {
    const edits = edited([people(64_000_000, '64 million applicants')], [people(5, 'the chats of five applicants')]);
    expect(told(edits)).toEqual([['changed', '64 million applicants', 'the chats of five applicants']]);
  });

  test('that says the same with less certainty softens it, with more it hardens it', () => {
    const sure = names('names were taken', { certainty: 'confirmed' });
    const unsure = names('names may have been taken', { certainty: 'possible' });
    expect(told(edited([sure], [unsure]))?.[0]?.[0]).toBe('softened');
    expect(told(edited([unsure], [sure]))?.[0]?.[0]).toBe('hardened');
  });

  test('that leaves all claims as they were has none to list', () => {
    expect(edited([names('names were taken')], [names('names were taken')])[0]?.claims).toEqual([]);
  });

  test('shows both headlines where they differ', () => {
    const [edit] = edited([], [], { title: 'Chats exposed' });
    expect(edit?.title).toEqual({ before: 'Report a', after: 'Chats exposed' });
  });

  test('without a stated modification in that time is a stealth edit', () => {
    expect(edited([], [])[0]?.stealth).toBe(true);
    expect(edited([], [], { modified: '2031-03-05T10:00:00.000Z' })[0]?.stealth).toBe(true);
    const [stated] = edited([], [], { modified: '2031-03-08' });
    expect(stated).toMatchObject({ stealth: false, modifiedAt: '2031-03-08' });
  });

  test('is compared by rules that read both texts, so that better rules are no edit', () => {
    const article = ledgerArticle('a', [
      { seen: [BEFORE], claims: [] },
      {
        seen: [AFTER],
        claims: [],
        later: [{ at: '2031-03-20T00:00:00.000Z', extractor: 'rules-2', claims: [names('names were taken')] }],
      },
    ]);
    expect(editsOf(article)[0]?.claims).toEqual([]);
  });

  test('that rules of two versions read apart lists only words that came or went', () => {
    const { revisions, analyses } = ledgerArticle('a', [
      { seen: [BEFORE], claims: [names('names were taken')] },
      { seen: [AFTER], claims: [names('names were taken'), people(9, 'nine customers')] },
    ]);
    const [old, fresh] = analyses;
    const both = old?.incidents[0]?.claims.map(claim => ({
      ...claim,
      claim: { ...claim.claim, by: 'victim' as const },
    }));
    const apart = [
      { ...old!, extractor: 'rules-0', incidents: [{ ...old!.incidents[0]!, claims: both ?? [] }] },
      { ...fresh!, incidents: [{ ...fresh!.incidents[0]!, claims: fresh!.incidents[0]!.claims.slice(1) }] },
    ];
    const article = { ...ledgerArticle('a', []), revisions, analyses: apart };
    expect(told(editsOf(article))).toEqual([['appeared', undefined, 'nine customers']]);
  });

  test('is not known before it was seen, nor public before it was made', () => {
    const article = ledgerArticle('a', [
      { seen: [BEFORE], published: '2031-03-05', claims: [] },
      { seen: [AFTER], published: '2031-03-05', modified: '2031-03-08', claims: [] },
    ]);
    expect(editsOf(article, { texts: '2031-03-09T11:00:00.000Z' })).toEqual([]);
    expect(editsOf(article, { asOf: '2031-03-07T23:59:59.999Z' })).toEqual([]);
    expect(editsOf(article, { asOf: '2031-03-08T23:59:59.999Z' })).toHaveLength(1);
  });

  test('there and back again is two edits', () => {
    const article = ledgerArticle('a', [
      { id: 'one', seen: [BEFORE, '2031-03-12T12:00:00.000Z'], claims: [] },
      { id: 'two', seen: [AFTER], claims: [] },
    ]);
    expect(editsOf(article).map(({ fromRevision, toRevision }) => [fromRevision, toRevision])).toEqual([
      ['one', 'two'],
      ['two', 'one'],
    ]);
  });
});
