import { describe, expect, test } from 'vitest';
import type { LocalIncidentRecord } from '#domain/incident.ts';
import { linkVictim } from '#incidents/link.ts';
import { factsOf, relationsOf } from '#incidents/related.ts';
import { buildTimeline } from '#timeline/build.ts';
import { report, type ToldClaim } from '../support/story.ts';

const facts = (records: readonly LocalIncidentRecord[]) => {
  const [incident] = linkVictim(records, [], '2031-12-01T00:00:00.000Z').incidents;
  if (!incident) throw new Error('no incident');
  return factsOf(buildTimeline(incident, { originals: new Map(), nameOf: slug => slug }));
};
const gang = (name: string): ToldClaim => ({ kind: 'actor', value: { name, role: 'claimant' } });
const method = (type: 'ransomware' | 'supply-chain' | 'unspecified', quote?: string): ToldClaim => ({
  kind: 'attack',
  value: { type },
  ...(quote === undefined ? {} : { quote }),
});

const ferry = facts([
  report('f', '2031-03-02', '2031-03', [gang('PaperWasp'), method('ransomware')], { victim: 'North Ferry' }),
]);
const shop = (victim: string, published: string, claims: readonly ToldClaim[]) =>
  facts([report(`r-${victim}`, published, published.slice(0, 7), claims, { victim })]);
const kinds = (...args: Parameters<typeof relationsOf>) =>
  relationsOf(...args).map(({ kind, incident }) => [kind, incident]);

describe('a campaign', () => {
  test('is the same attacker and method within weeks', () => {
    const larder = shop('Larder & Lane', '2031-04-01', [gang('PaperWasp'), method('ransomware')]);
    expect(relationsOf(ferry, [larder])).toEqual([
      {
        incident: 'larder-and-lane-2031-04',
        title: larder.summary.title,
        kind: 'campaign',
        reasons: ['PaperWasp is named in both', 'both are reported as ransomware', 'first reported 4 weeks apart'],
      },
    ]);
  });

  test('is not the same attacker half a year later, nor another way, nor a way that everybody has', () => {
    expect(
      kinds(ferry, [
        shop('Larder & Lane', '2031-10-01', [gang('PaperWasp'), method('ransomware')]),
        shop('Tillside', '2031-03-20', [gang('PaperWasp'), method('supply-chain')]),
        shop('Cipher Books', '2031-03-20', [gang('Night Ferret'), method('ransomware')]),
        shop('Kelp & Co', '2031-03-20', [gang('PaperWasp'), method('unspecified')]),
      ]),
    ).toEqual([]);
  });
});

describe('a supplier', () => {
  const supplier = shop('Cargo Loom', '2031-03-05', [method('ransomware')]);
  const customer = shop('Tillside', '2031-03-09', [
    method('supply-chain', 'its deliveries stopped after the attack on Cargo Loom, its logistics firm'),
  ]);

  test('is related to the shops that say that they were hit through it, and they to it', () => {
    expect(kinds(customer, [supplier])).toEqual([['supplier', 'cargo-loom-2031-03']]);
    expect(kinds(supplier, [customer])).toEqual([['customer', 'tillside-2031-03']]);
    expect(relationsOf(customer, [supplier])[0]?.reasons[0]).toContain('its logistics firm');
  });

  test('is not every firm that was hit in those weeks', () => {
    expect(kinds(customer, [ferry])).toEqual([]);
    expect(
      kinds(shop('Kelp & Co', '2031-03-09', [method('supply-chain', 'through a vendor of tills')]), [supplier]),
    ).toEqual([]);
  });
});

describe('a joint figure', () => {
  test('relates the firms of which it is told', () => {
    const shared: ToldClaim = {
      kind: 'money',
      value: { metric: 'cost', min: 27_000_000, max: 44_000_000, currency: 'GBP', qualifier: 'about' },
      sharedWith: ['tillside'],
    };
    const larder = shop('Larder & Lane', '2031-04-01', [shared]);
    const tillside = shop('Tillside', '2031-04-03', [method('unspecified')]);
    expect(kinds(larder, [tillside])).toEqual([['joint', 'tillside-2031-04']]);
    expect(kinds(tillside, [larder])).toEqual([['joint', 'larder-and-lane-2031-04']]);
  });
});

test('two incidents of one retailer, and an incident and itself, are not related', () => {
  const second = facts([
    report('g', '2031-04-20', '2031-04', [gang('PaperWasp'), method('ransomware')], { victim: 'North Ferry' }),
  ]);
  expect(relationsOf(ferry, [second, ferry])).toEqual([]);
});
