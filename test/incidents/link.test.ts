import { describe, expect, test } from 'vitest';
import { linkVictim } from '#incidents/link.ts';
import { day, permutations, report, type ToldClaim } from '../support/story.ts';

const NOW = '2025-12-01T00:00:00Z';
const disclosed = (date: string): ToldClaim => ({ kind: 'date', value: { what: 'disclosed' }, date: day(date) });
const lostData: ToldClaim = {
  kind: 'data',
  value: { type: 'names', subject: 'customer', polarity: 'taken' },
};
const ids = (...args: Parameters<typeof linkVictim>): string[] => linkVictim(...args).incidents.map(i => i.id);

describe('linking the reports of one retailer', () => {
  test('reports of one month, and follow-ups that state no date, are one incident', () => {
    const links = linkVictim(
      [
        report('a', '2025-04-22', '2025-04', [disclosed('2025-04-22')]),
        report('b', '2025-05-21', '2025-04'),
        report('c', '2025-07-09', '2025-07'),
      ],
      [],
      NOW,
    );
    expect(links.incidents.map(i => [i.id, i.members.length])).toEqual([['marks-and-spencer-2025-04', 3]]);
  });

  test('a second attack months later is an incident of its own', () => {
    const harrods = { victim: 'Harrods' };
    expect(
      ids(
        [
          report('a', '2025-05-01', '2025-05', [disclosed('2025-05-01')], harrods),
          report('b', '2025-09-27', '2025-09', [disclosed('2025-09-26')], harrods),
          report('c', '2025-09-28', '2025-05', [], { ...harrods, role: 'secondary' }),
        ],
        [],
        NOW,
      ),
    ).toEqual(['harrods-2025-05', 'harrods-2025-09']);
  });

  test('an article that tells of two attacks on one victim keeps them apart, however close they are', () => {
    const outdoor = { victim: 'The North Face' };
    const spring = report('a', '2025-06-02', '2025-03', [], { ...outdoor, role: 'secondary' });
    const summer = report('a', '2025-06-02', '2025-04', [disclosed('2025-04-23')], outdoor);
    expect(ids([summer, spring], [], NOW)).toEqual(['the-north-face-2025-03', 'the-north-face-2025-04']);
  });

  test('an earlier attack that an article dates as background does not draw the present one away from its reports', () => {
    const attack = (date: string): ToldClaim => ({ kind: 'date', value: { what: 'attack' }, date: day(date) });
    const outdoor = { victim: 'The North Face' };
    const links = linkVictim(
      [
        report('a', '2025-06-02', '2025-06', [attack('2025-04-23')], outdoor),
        report('b', '2025-06-04', '2025-06', [attack('2025-04-23'), attack('2023-12-14')], outdoor),
        report('c', '2025-06-05', '2023-12', [attack('2023-12-14')], { ...outdoor, role: 'secondary' }),
      ],
      [],
      NOW,
    );
    expect(links.incidents.map(i => [i.id, i.members.length])).toEqual([
      ['the-north-face-2023-12', 1],
      ['the-north-face-2025-06', 2],
    ]);
  });

  test('a way in that an article dates long before the discovery is the beginning where nothing lies between', () => {
    const links = linkVictim(
      [
        report('a', '2025-04-22', '2025-04', [
          { kind: 'date', value: { what: 'intrusion' }, date: day('2025-02-10') },
          disclosed('2025-04-22'),
        ]),
        report('b', '2025-02-20', '2025-02', [disclosed('2025-02-19')]),
      ],
      [],
      NOW,
    );
    expect(links.incidents.map(i => i.members.length)).toEqual([2]);
  });

  test('news of its aftermath months later belongs to the attack that it dates', () => {
    const links = linkVictim(
      [
        report('a', '2025-04-22', '2025-04', [disclosed('2025-04-22')]),
        report('b', '2025-07-31', '2025-07', [{ kind: 'date', value: { what: 'attack' }, date: day('2025-04-19~') }]),
        report('c', '2025-07-31', '2025-07'),
      ],
      [],
      NOW,
    );
    expect(links.incidents.map(i => [i.id, i.members.length])).toEqual([['marks-and-spencer-2025-04', 3]]);
  });

  test('fresh news that dates nothing, half a year later, is a new incident', () => {
    const told = [
      report('a', '2025-04-22', '2025-04', [disclosed('2025-04-22')]),
      report('b', '2025-10-02', '2025-10', [lostData]),
    ];
    expect(ids(told, [], NOW)).toEqual(['marks-and-spencer-2025-04', 'marks-and-spencer-2025-10']);
  });

  test('a report of that time that tells no harm belongs to the attack that is known', () => {
    const told = [
      report('a', '2025-04-22', '2025-04', [disclosed('2025-04-22')]),
      report('b', '2025-10-02', '2025-10', [{ kind: 'attack', value: { type: 'unspecified' } }]),
    ];
    expect(ids(told, [], NOW)).toEqual(['marks-and-spencer-2025-04']);
  });

  test('a retrospective three years later belongs to the old attack', () => {
    const links = linkVictim(
      [report('a', '2025-04-22', '2025-04', [disclosed('2025-04-22')]), report('b', '2028-04-20', '2025-04')],
      [],
      NOW,
    );
    expect(links.incidents.map(i => [i.id, i.members.length])).toEqual([['marks-and-spencer-2025-04', 2]]);
  });

  test('a report that knows only the year joins the attack of that year', () => {
    const links = linkVictim(
      [report('a', '2025-04-22', '2025-04', [disclosed('2025-04-22')]), report('b', '2025-12-30', '2025')],
      [],
      NOW,
    );
    expect(links.incidents[0]?.links.find(link => link.articleId === 'b')?.score).toBeLessThan(1);
    expect(links.incidents).toHaveLength(1);
  });

  test('the month of a first public word outweighs what later articles remember', () => {
    const harrods = { victim: 'Harrods' };
    expect(
      ids(
        [
          report('a', '2025-05-01', '2025-05', [disclosed('2025-05-01')], harrods),
          report('b', '2025-07-10', '2025-04', [], harrods),
          report('c', '2025-07-11', '2025-04', [], harrods),
        ],
        [],
        NOW,
      ),
    ).toEqual(['harrods-2025-05']);
  });

  test('an incident is never younger than the first report of it', () => {
    const told = [
      report('z', '2025-04-30', '2025-04'),
      report('a', '2025-05-02', '2025-05', [disclosed('2025-05-02')]),
      report('b', '2025-05-03', '2025-05', [disclosed('2025-05-02')]),
    ];
    for (const order of permutations(told)) expect(ids(order, [], NOW)).toEqual(['marks-and-spencer-2025-04']);
  });

  test('mentions join an incident that somebody tells of, and make none by themselves', () => {
    const mention = report('m', '2025-05-02', '2025-05', [], { role: 'mention' });
    expect(ids([mention], [], NOW)).toEqual([]);
    const links = linkVictim([mention, report('a', '2025-04-22', '2025-04', [disclosed('2025-04-22')])], [], NOW);
    expect(links.incidents[0]?.members).toHaveLength(2);
  });

  test('the order of arrival changes nothing', () => {
    const told = [
      report('a', '2025-04-22', '2025-04', [disclosed('2025-04-22')]),
      report('b', '2025-05-14', '2025-05'),
      report('c', '2025-12-01', '2025'),
      report('d', '2026-01-10', '2026-01', [disclosed('2026-01-09')]),
      report('e', '2025-05-20', '2025-05', [], { role: 'mention' }),
    ];
    const [first, ...others] = permutations(told).map(order => JSON.stringify(linkVictim(order, [], NOW)));
    expect(new Set(others)).toEqual(new Set([first]));
  });
});

describe('public ids', () => {
  const may = report('b', '2025-05-14', '2025-05', [disclosed('2025-05-13')]);
  const april = report('a', '2025-04-22', '2025-04', [disclosed('2025-04-22')]);

  test('an id is assigned once, when an incident is first seen', () => {
    const first = linkVictim([may], [], NOW);
    expect(first.newAssignments.map(a => a.id)).toEqual(['marks-and-spencer-2025-05']);
    expect(linkVictim([may], first.newAssignments, NOW).newAssignments).toEqual([]);
  });

  test('an earlier report that arrives late gives the incident its right id, and the former id leads there', () => {
    const first = linkVictim([may], [], NOW);
    const later = linkVictim([april, may], first.newAssignments, NOW);
    expect(later.incidents[0]?.id).toBe('marks-and-spencer-2025-04');
    expect(later.incidents[0]?.formerIds).toEqual(['marks-and-spencer-2025-05']);
  });

  test('the content is the same as if the earlier report had come first, once ids are resolved', () => {
    const first = linkVictim([may], [], NOW);
    const late = linkVictim([april, may], first.newAssignments, NOW).incidents[0];
    const straight = linkVictim([may, april], [], NOW).incidents[0];
    expect({ ...late, formerIds: [] }).toEqual(straight);
  });
});

describe('attacks on one retailer, years of news later', () => {
  const shop = { victim: 'Kelpmouth Stores' };
  const attack = (date: string): ToldClaim => ({ kind: 'date', value: { what: 'attack' }, date: day(date) });
  const gang = (name: string): ToldClaim => ({ kind: 'actor', value: { name, role: 'claimant' } });
  const people = (count: number): ToldClaim => ({
    kind: 'people',
    value: { count, qualifier: 'about', subject: 'customer', sense: 'affected' },
  });
  const fine: ToldClaim = {
    kind: 'money',
    value: { metric: 'fine', amount: 18_500_000, currency: 'USD', qualifier: 'exact' },
  };
  const groups = (records: readonly ReturnType<typeof report>[]): string[][] =>
    linkVictim(records, [], NOW).incidents.map(({ members }) => members.map(({ article }) => article.articleId).sort());

  test('news of a second attack that recalls the first tells of both, and each finds its place', () => {
    expect(
      groups([
        report('old', '2013-12-19', '2013-12', [attack('2013-11-27'), people(40_000_000)], shop),
        report('new', '2026-01-12', '2026-01', [lostData, gang('PaperWasp')], shop),
        report('new', '2026-01-12', '2013', [people(40_000_000)], { ...shop, role: 'secondary' }),
        report('new2', '2026-01-13', '2026-01', [lostData], shop),
      ]),
    ).toEqual([
      ['new', 'old'],
      ['new', 'new2'],
    ]);
  });

  test('a fine years later belongs to the attack that it is for', () => {
    expect(
      groups([
        report('old', '2018-09-21', '2018-09', [attack('2018-06'), people(6_420_000)], shop),
        report('fine', '2022-10-18', '2022', [fine], shop),
        report('fine2', '2022-10-19', '2018', [fine, people(6_420_000)], shop),
      ]),
    ).toEqual([['fine', 'fine2', 'old']]);
  });

  test('a piece that looks back after years and dates nothing makes no attack of its own', () => {
    expect(
      groups([
        report('old', '2025-04-22', '2025-04', [attack('2025-04-19')], shop),
        report('back', '2029-04-20', '2029', [{ kind: 'attack', value: { type: 'unspecified' } }], shop),
      ]),
    ).toEqual([['back', 'old']]);
  });

  test('the results of the year are no new attack, though their report is fresh', () => {
    const cost: ToldClaim = {
      kind: 'money',
      value: { metric: 'cost', amount: 101_000_000, currency: 'GBP', qualifier: 'exact' },
    };
    expect(
      groups([
        report('old', '2025-04-22', '2025-04', [attack('2025-04-19')], shop),
        report('results', '2025-11-05', '2025-11', [cost], shop),
      ]),
    ).toEqual([['old', 'results']]);
  });

  test('a copy that misses the month follows the story of which it has the headline', () => {
    const titled = (record: ReturnType<typeof report>, title: string) => ({
      ...record,
      article: { ...record.article, title },
    });
    const headline = 'Kelpmouth warns shoppers that details were taken in data breach';
    expect(
      groups([
        report('spring', '2025-05-01', '2025-05', [attack('2025-05-01')], shop),
        titled(report('autumn', '2025-09-27', '2025-09', [lostData], shop), headline),
        titled(report('copy', '2025-09-27', '2025-05', [lostData], shop), `${headline}, store says`),
      ]),
    ).toEqual([['spring'], ['autumn', 'copy']]);
  });

  test('exact days that do not fit part two attacks of one kind, a month apart', () => {
    const discovered = (date: string): ToldClaim => ({ kind: 'date', value: { what: 'discovered' }, date: day(date) });
    const stuffing: ToldClaim = { kind: 'attack', value: { type: 'credential-stuffing' } };
    expect(
      groups([
        report('march', '2025-03-20', '2025-03', [discovered('2025-03-13'), stuffing], shop),
        report('april', '2025-04-29', '2025-04', [discovered('2025-04-23'), stuffing], shop),
      ]),
    ).toEqual([['march'], ['april']]);
  });

  test('what a shared attacker and figure speak for outweighs some months', () => {
    const told = (id: string, month: string, claims: readonly ToldClaim[]) =>
      report(id, `${month}-28`, month, [attack(month), ...claims], shop);
    expect(groups([told('a', '2025-01', []), told('b', '2025-06', [])])).toEqual([['a'], ['b']]);
    expect(
      groups([
        told('a', '2025-01', [gang('PaperWasp'), people(72_000_000)]),
        told('b', '2025-06', [gang('PaperWasp'), people(72_700_000)]),
      ]),
    ).toEqual([['a', 'b']]);
  });

  test('a link tells its reasons, the strongest first, and scores more where more speaks for it', () => {
    const [incident] = linkVictim(
      [
        report('a', '2025-04-22', '2025-04', [attack('2025-04-19'), gang('PaperWasp')], shop),
        report('b', '2025-04-25', '2025-04', [attack('2025-04-19'), gang('PaperWasp')], shop),
        report('c', '2025-12-30', '2025', [], shop),
      ],
      [],
      NOW,
    ).incidents;
    const link = (id: string) => incident?.links.find(({ articleId }) => articleId === id);
    expect(link('b')?.reasons).toEqual([
      'victim is kelpmouth-stores',
      'dated 2025-04, as the others are',
      'also names paperwasp',
    ]);
    expect(link('c')?.reasons).toContain('looks back on something that was known');
    expect(link('b')?.score).toBeGreaterThan(link('c')?.score ?? 1);
  });
});
