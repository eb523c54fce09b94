import type { Claim } from '#domain/claim.ts';
import type { DataType, ResponseAction, Service } from '#domain/vocabulary.ts';
import type { Draw } from './draw.ts';

/** Something about an incident that reports can tell, in several wordings. */
export interface FactTold {
  readonly wordings: readonly string[];
  readonly claim: Pick<Claim, 'kind' | 'value' | 'certainty' | 'by'> & Partial<Pick<Claim, 'date' | 'speaker'>>;
}

const DATA: readonly DataType[] = [
  'names', 'email-addresses', 'phone-numbers', 'physical-addresses', 'dates-of-birth', 'purchases', 'loyalty-details',
  'passwords', 'payment-cards', 'employment-records',
]; // biome-ignore format: a table
const SERVICES: readonly Service[] = [
  'online-orders',
  'website',
  'app',
  'contactless',
  'click-and-collect',
  'stock',
  'deliveries',
];
const RESPONSES: readonly ResponseAction[] = [
  'contained', 'systems-offline', 'experts-engaged', 'regulator-notified', 'law-enforcement-notified', 'customers-notified',
  'password-reset', 'apology', 'regulator-investigating',
]; // biome-ignore format: a table
const BOSSES = [
  'Ada Marsh',
  'Boris Lund',
  'Carla Voss',
  'Dev Patel',
  'Elin Krog',
  'Femi Okoro',
  'Greta Hahn',
  'Hugo Reyes',
];

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
const spoken = (word: string): string => word.replaceAll('-', ' ');

/**
 * What there is to tell of one incident, what nearly every report has first: in the proportions of the labelled set,
 * where attacks, data, responses, dates and services make nine tenths of all claims.
 */
export const factsAbout = (name: string, onset: string, actor: string, draw: Draw): readonly FactTold[] => {
  const boss = draw.one(BOSSES);
  const people = 1000 * (1 + draw.below(5000));
  const amount = 1_000_000 * (1 + draw.below(300));
  const attack = draw.one(['ransomware', 'data-theft', 'social-engineering', 'web-skimming', 'malware'] as const);
  const data = DATA.toSorted(() => draw.unit() - 0.5).slice(0, 5);
  const services = SERVICES.toSorted(() => draw.unit() - 0.5).slice(0, 3);
  const responses = RESPONSES.toSorted(() => draw.unit() - 0.5).slice(0, 4);
  const date = { edtf: onset, precision: 'day' as const };
  const say = (claim: FactTold['claim'], ...wordings: readonly string[]): FactTold => ({ wordings, claim });
  return [
    say(
      { kind: 'attack', value: { type: attack }, certainty: 'reported', by: 'media' },
      `${name} has been hit by ${spoken(attack)}`,
      `a ${spoken(attack)} attack on ${name}`,
      `${name} fell to ${spoken(attack)}, sources said`,
    ),
    say(
      { kind: 'date', value: { what: 'attack' }, certainty: 'confirmed', by: 'victim', date },
      `the attack began on ${onset}`,
      `intruders struck on ${onset}`,
    ),
    say(
      { kind: 'attack', value: { type: 'unspecified' }, certainty: 'confirmed', by: 'victim' },
      `${name} confirmed a cyber incident`,
      `"we are managing a cyber incident", ${name} said`,
    ),
    ...services.map(service =>
      say(
        { kind: 'service', value: { service, state: 'suspended' }, certainty: 'confirmed', by: 'victim', date },
        `${name} has paused its ${spoken(service)}`,
        `${spoken(service)} stopped working at ${name}`,
      ),
    ),
    ...data.map((type, index) =>
      say(
        {
          kind: 'data',
          value: { type, subject: 'customer', polarity: index === 4 ? 'not-taken' : 'taken' },
          certainty: 'confirmed',
          by: 'victim',
        },
        index === 4 ? `no ${spoken(type)} were taken, ${name} said` : `${spoken(type)} of customers were taken`,
        index === 4
          ? `${name} said that ${spoken(type)} are safe`
          : `customers' ${spoken(type)} are among what was stolen`,
      ),
    ),
    ...responses.map(action =>
      say(
        { kind: 'response', value: { action }, certainty: 'confirmed', by: 'victim', speaker: boss },
        `${boss} spoke of ${spoken(action)} at ${name}`,
        `${name} said through ${boss}: ${spoken(action)}`,
      ),
    ),
    say(
      { kind: 'actor', value: { name: actor, role: 'claimant' }, certainty: 'claimed', by: 'attacker' },
      `${actor} says that it was behind the attack on ${name}`,
      `${name} was named on the site of ${actor}`,
    ),
    say(
      {
        kind: 'people',
        value: { count: people, qualifier: 'about', subject: 'customer', sense: 'affected' },
        certainty: 'confirmed',
        by: 'victim',
      },
      `about ${people.toLocaleString('en')} customers are affected`,
      `some ${people.toLocaleString('en')} people shop there and were hit`,
    ),
    say(
      {
        kind: 'money',
        value: { metric: 'cost', amount, currency: 'GBP', qualifier: 'about' },
        certainty: 'possible',
        by: 'expert',
      },
      `the attack may cost £${amount.toLocaleString('en')}`,
      `analysts put the bill at £${amount.toLocaleString('en')}`,
    ),
    say(
      {
        kind: 'service',
        value: { service: services[0] ?? 'website', state: 'restored' },
        certainty: 'confirmed',
        by: 'victim',
        date: { edtf: dayAfter(onset, 30), precision: 'day' },
      },
      `${name} has restored its ${spoken(services[0] ?? 'website')}`,
      `${spoken(services[0] ?? 'website')} works again at ${name}`,
    ),
    say(
      { kind: 'leak', value: { state: 'threatened' }, certainty: 'claimed', by: 'attacker' },
      `${actor} threatens to publish files of ${name}`,
      `files of ${name} will be out soon, ${actor} wrote`,
    ),
    say(
      { kind: 'legal', value: { action: 'investigation' }, certainty: 'confirmed', by: 'authority' },
      `police are looking into the attack on ${name}`,
      `an inquiry into ${name} was opened`,
    ),
  ] as readonly FactTold[];
};
