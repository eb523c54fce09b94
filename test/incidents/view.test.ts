import { describe, expect, test } from 'vitest';
import { claimTarget } from '#domain/decision.ts';
import type { LedgerArticle, Point, VictimLedger } from '#domain/ledger.ts';
import { viewAt } from '#incidents/view.ts';
import { decision, ledger, ledgerArticle } from '../support/ledger.ts';
import type { ToldClaim } from '../support/story.ts';

const attack = (quote: string): ToldClaim => ({ kind: 'attack', value: { type: 'ransomware' }, quote });
const names = (quote: string): ToldClaim => ({
  kind: 'data',
  value: { type: 'names', subject: 'customer', polarity: 'taken' },
  quote,
});

/** The words of all claims that may be shown at a point. */
const toldAt = (held: VictimLedger, point: Point = {}): readonly string[] => {
  const { records, shown } = viewAt(held, point);
  return records.filter(({ id }) => shown.has(id)).flatMap(({ claims }) => claims.map(({ claim }) => claim.quote));
};
const seenAt = (held: VictimLedger, point: Point): readonly string[] => {
  const { records, shown } = viewAt(held, point);
  return [...new Set(records.filter(({ id }) => shown.has(id)).map(({ article }) => article.articleId))].sort();
};
const publicAt = (held: VictimLedger): readonly (string | undefined)[] =>
  viewAt(held).records.flatMap(({ claims }) => claims.map(claim => claim.publicAt));

const FETCHED = '2031-03-20T12:00:00.000Z';

describe('what was public on a day', () => {
  const plain = ledger([
    ledgerArticle('a', [{ seen: [FETCHED], published: '2031-03-05T09:00:00.000Z', claims: [attack('an attack')] }]),
  ]);

  test('is told from the publication on, however late it was fetched', () => {
    expect(toldAt(plain, { asOf: '2031-03-05T08:59:59Z' })).toEqual([]);
    expect(toldAt(plain, { asOf: '2031-03-05T09:00:00Z' })).toEqual(['an attack']);
    expect(toldAt(plain, { asOf: '2031-03-04' })).toEqual([]);
    expect(toldAt(plain, { asOf: '2031-03-05' })).toEqual(['an attack']);
  });

  test('of an article that gives only the day is told from the end of that day on', () => {
    const held = ledger([
      ledgerArticle('a', [{ seen: [FETCHED], published: '2031-03-05', claims: [attack('an attack')] }]),
    ]);
    expect(toldAt(held, { asOf: '2031-03-05T23:00:00Z' })).toEqual([]);
    expect(toldAt(held, { asOf: '2031-03-05' })).toEqual(['an attack']);
  });

  test('was public at the latest when we saw it, whatever its page says', () => {
    const held = ledger([
      ledgerArticle('a', [{ seen: [FETCHED], published: '2031-03-20', claims: [attack('an attack')] }]),
    ]);
    expect(toldAt(held, { asOf: FETCHED })).toEqual(['an attack']);
  });

  test('of an article without a date is told from when we saw it, and is not said to be of a day', () => {
    const held = ledger([ledgerArticle('a', [{ seen: [FETCHED], claims: [attack('an attack')] }])]);
    expect(toldAt(held, { asOf: '2031-03-19' })).toEqual([]);
    expect(toldAt(held, { asOf: '2031-03-20' })).toEqual(['an attack']);
    expect(publicAt(held)).toEqual([undefined]);
  });

  test('leaves out what a page was given after its publication and before we saw it first', () => {
    const held = ledger([
      ledgerArticle('a', [
        { seen: [FETCHED], published: '2031-03-05', modified: '2031-03-18', claims: [attack('an attack')] },
      ]),
    ]);
    expect(toldAt(held, { asOf: '2031-03-10' })).toEqual([]);
    expect(toldAt(held, { asOf: '2031-03-18' })).toEqual(['an attack']);
    expect(publicAt(held)).toEqual(['2031-03-18']);
  });

  test('has an update note from the day of the note on, also where its page was modified later', () => {
    const text = {
      seen: [FETCHED],
      published: '2031-03-01',
      modified: '2031-03-18',
      claims: [attack('an attack'), { ...names('names were taken'), noted: '2031-03-08' }],
    };
    const held = ledger([ledgerArticle('a', [text])]);
    expect(toldAt(held, { asOf: '2031-03-07' })).toEqual([]);
    expect(toldAt(held, { asOf: '2031-03-08' })).toEqual(['names were taken']);
    expect(toldAt(held, { asOf: '2031-03-18' })).toEqual(['an attack', 'names were taken']);
  });
});

describe('an article that was edited', () => {
  const first = {
    seen: ['2031-03-05T12:00:00.000Z'],
    published: '2031-03-05T09:00:00.000Z',
    claims: [attack('an attack')],
  };
  const edited = (modified?: string): LedgerArticle =>
    ledgerArticle('a', [
      first,
      {
        ...(modified === undefined ? {} : { modified }),
        seen: ['2031-03-12T12:00:00.000Z'],
        published: '2031-03-05T09:00:00.000Z',
        claims: [attack('an attack'), names('names were taken')],
      },
    ]);

  test('tells the new words from the modification that it states', () => {
    const held = ledger([edited('2031-03-10T10:00:00.000Z')]);
    expect(toldAt(held, { asOf: '2031-03-09' })).toEqual(['an attack']);
    expect(toldAt(held, { asOf: '2031-03-10' })).toEqual(['an attack', 'names were taken']);
    expect(publicAt(held)).toEqual(['2031-03-05T09:00:00.000Z', '2031-03-10T10:00:00.000Z']);
  });

  test('without a stated modification tells the new words from when we saw them, the old ones as before', () => {
    for (const stated of [undefined, '2031-03-05T10:00:00.000Z']) {
      const held = ledger([edited(stated)]);
      expect(toldAt(held, { asOf: '2031-03-11' })).toEqual(['an attack']);
      expect(toldAt(held, { asOf: '2031-03-12' })).toEqual(['an attack', 'names were taken']);
      expect(publicAt(held)).toEqual(['2031-03-05T09:00:00.000Z', '2031-03-12T12:00:00.000Z']);
    }
  });

  test('tells no longer what the edit took away, and told it before', () => {
    const shorter = { seen: ['2031-03-12T12:00:00.000Z'], published: '2031-03-05T09:00:00.000Z' };
    const held = ledger([ledgerArticle('a', [first, { ...shorter, claims: [names('names were taken')] }])]);
    expect(toldAt(held, { asOf: '2031-03-11' })).toEqual(['an attack']);
    expect(toldAt(held)).toEqual(['names were taken']);
  });

  test('and edited back tells its first words again', () => {
    const back = { ...first, seen: ['2031-03-05T12:00:00.000Z', '2031-03-15T12:00:00.000Z'] };
    const between = { seen: ['2031-03-12T12:00:00.000Z'], published: first.published, claims: [names('names')] };
    const held = ledger([ledgerArticle('a', [back, between])]);
    expect(toldAt(held, { asOf: '2031-03-13' })).toEqual(['names']);
    expect(toldAt(held, { asOf: '2031-03-16' })).toEqual(['an attack']);
    expect(toldAt(held)).toEqual(['an attack']);
  });

  test('has notes of a text seen later on their own day', () => {
    const live = {
      seen: ['2031-03-12T12:00:00.000Z'],
      published: first.published,
      modified: '2031-03-12T11:00:00.000Z',
      claims: [attack('an attack'), { ...names('names were taken'), noted: '2031-03-08' }],
    };
    const held = ledger([ledgerArticle('a', [first, live])]);
    expect(toldAt(held, { asOf: '2031-03-07' })).toEqual(['an attack']);
    expect(toldAt(held, { asOf: '2031-03-08' })).toEqual(['an attack', 'names were taken']);
  });

  test("does not count the page's fuller words after its feed's for an edit", () => {
    const page = { seen: ['2031-03-12T12:00:00.000Z'], published: first.published };
    const held = ledger([
      ledgerArticle('a', [
        { ...first, origin: 'feed', claims: [attack('in short')] },
        { ...page, claims: [names('the whole story')] },
      ]),
    ]);
    expect(toldAt(held, { asOf: '2031-03-06' })).toEqual(['the whole story']);
    expect(toldAt(held, { knownAt: '2031-03-06' })).toEqual(['in short']);
  });
});

describe('what was held on a day', () => {
  const held = ledger(
    [
      ledgerArticle('a', [
        {
          seen: ['2031-03-05T12:00:00.000Z'],
          published: '2031-03-01',
          claims: [attack('an attack')],
          later: [{ at: '2031-03-15T00:00:00.000Z', extractor: 'rules-2', claims: [names('read better')] }],
        },
      ]),
    ],
    {
      decisions: [
        decision('dec_1', '2031-03-17T00:00:00.000Z', {
          kind: 'dismiss',
          claim: claimTarget('a', {
            kind: 'data',
            value: { type: 'names', subject: 'customer', polarity: 'taken' },
            quote: 'Read  better',
          } as never),
        }),
      ],
    },
  );

  test('is nothing before it was fetched, then read by the rules and judged by the people of that day', () => {
    expect(toldAt(held, { knownAt: '2031-03-04' })).toEqual([]);
    expect(toldAt(held, { knownAt: '2031-03-05' })).toEqual(['an attack']);
    expect(toldAt(held, { knownAt: '2031-03-15' })).toEqual(['read better']);
    expect(toldAt(held, { knownAt: '2031-03-17' })).toEqual([]);
    expect(toldAt(held, { asOf: '2031-03-01', knownAt: '2031-03-16' })).toEqual(['read better']);
  });

  test('does not change by what comes in, is read or decided later', () => {
    const more = ledger(
      [
        ...held.articles,
        ledgerArticle('b', [{ seen: ['2031-03-25T00:00:00.000Z'], published: '2031-03-02', claims: [attack('more')] }]),
      ],
      {
        decisions: [
          ...held.decisions,
          decision('dec_2', '2031-03-26T00:00:00.000Z', { kind: 'not-an-incident', article: 'a' }),
          decision('dec_3', '2031-03-27T00:00:00.000Z', { kind: 'undo', decision: 'dec_1' }),
        ],
      },
    );
    for (const point of [{ knownAt: '2031-03-16' }, { asOf: '2031-03-18', knownAt: '2031-03-18' }])
      expect(viewAt(more, point)).toEqual(viewAt(held, point));
  });

  test('is not shown where its article was taken down later, until that is taken back', () => {
    const takedown = decision('dec_t', '2031-04-01T00:00:00.000Z', { kind: 'takedown', article: 'a', note: 'Law.' });
    const down = { ...held, decisions: [...held.decisions, takedown] };
    for (const point of [{}, { knownAt: '2031-03-05' }, { asOf: '2031-03-10' }])
      expect(toldAt(down, point)).toEqual([]);
    const undo = decision('dec_u', '2031-04-02T00:00:00.000Z', { kind: 'undo', decision: 'dec_t' });
    expect(toldAt({ ...down, decisions: [...down.decisions, undo] }, { knownAt: '2031-03-05' })).toEqual(['an attack']);
  });

  test('tells the desk of dismissals that mean nothing that is read', () => {
    expect([...viewAt(held, { knownAt: '2031-03-18' }).unmatched]).toEqual([]);
    const target = { article: 'a', claimKind: 'leak' as const, value: '{}', quoteHash: '0' };
    const astray = decision('dec_9', '2031-03-17T00:00:00.000Z', { kind: 'dismiss', claim: target });
    expect([...viewAt({ ...held, decisions: [astray] }).unmatched]).toEqual(['dec_9']);
  });
});

describe('whatever is held', () => {
  const day = (n: number): string => `2031-03-${String(n).padStart(2, '0')}`;
  /** Articles of all kinds: dated, undated, modified, edited once or twice, by feed and page. */
  const articles = Array.from({ length: 40 }, (_, n): LedgerArticle => {
    const published = (n * 7) % 20 || 1;
    const seen = published + ((n * 3) % 5);
    const text = (k: number) => ({
      seen: [`${day(seen + k * 2)}T1${k}:00:00.000Z`],
      ...(n % 6 === 0 ? {} : { published: day(published) }),
      ...(n % 3 === 0 ? { modified: day(Math.max(1, seen + k - (n % 4))) } : {}),
      origin: n % 5 === 0 && k === 0 ? ('feed' as const) : ('page' as const),
      claims: [
        attack(`attack ${n}`),
        names(`names ${n} ${k}`),
        ...(n % 4 === 0 ? [{ ...names(`note ${n}`), noted: day(Math.max(1, published - 1)) }] : []),
      ],
    });
    return ledgerArticle(
      `a${n}`,
      Array.from({ length: 1 + (n % 3) }, (_unused, k) => text(k)),
    );
  });
  const held = ledger(articles);
  const days = Array.from({ length: 31 }, (_, n) => day(n + 1));

  test('every article that is to be seen on a day is to be seen on all days after', () => {
    const seen = days.map(asOf => seenAt(held, { asOf }));
    for (const [n, then] of seen.entries()) expect(seen[n + 1] ?? then).toEqual(expect.arrayContaining([...then]));
    expect(seen.at(-1)).toHaveLength(articles.length);
  });

  test('the view does not depend on the order in which it is read', () => {
    const backwards = ledger(
      articles
        .map(article => ({
          ...article,
          revisions: article.revisions.toReversed(),
          analyses: article.analyses.toReversed(),
        }))
        .toReversed(),
    );
    for (const point of [{}, ...days.map(asOf => ({ asOf })), ...days.map(knownAt => ({ knownAt, asOf: day(9) }))])
      expect(viewAt(backwards, point)).toEqual(viewAt(held, point));
  });

  test('the end of time on both axes is the present', () => {
    expect(viewAt(held, { asOf: '2031-12-31', knownAt: '2031-12-31' })).toEqual(viewAt(held));
  });
});
