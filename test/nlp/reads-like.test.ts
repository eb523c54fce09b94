import { describe, expect, test } from 'vitest';
import { analyse } from '../../nlp/index.ts';

const LEAD = 'The retailer Hartwell has confirmed a cyber-attack in which customer data was stolen.';

const claimsIn = (sentence: string, headline = 'Hartwell confirms cyber-attack') =>
  analyse({
    title: headline,
    text: `${LEAD}\n\n${sentence}`,
    publishedAt: '2025-05-14T09:00:00.000Z',
    source: 'The Daily Ledger',
  }).claims;

const told = (sentence: string, kind: string): string[] =>
  claimsIn(sentence)
    .filter(claim => claim.kind === kind && sentence.includes(claim.quote.trim()))
    .map(({ value, by, certainty }) => `${Object.values(value).join(' ')} ${by}/${certainty}`);

describe('what was done is done, whomever it may have hit', () => {
  test.each([
    ['Hartwell apologised to customers who may have been affected.', ['apology victim/confirmed']],
    ['Hartwell is notifying potentially affected customers.', ['customers-notified victim/confirmed']],
    ['Hartwell may have notified some customers.', ['customers-notified victim/possible']],
    ['Some of them had contacted its customer help desk before.', []],
    ["The prosecutor's office has opened an investigation.", ['law-enforcement-investigating media/reported']],
    ['The gang LockBit apologised last year for an attack on a clinic.', []],
  ])('%s', (sentence, expected) => expect(told(sentence, 'response')).toEqual(expected));
});

describe('who tells it', () => {
  test('a thing that says something is no hacker', () => {
    const found = told('The hacker copied the card details of 40,000 people, it said.', 'people');
    expect(found.join()).not.toContain('attacker');
  });

  test('staff who tell reporters are sources of the outlet', () =>
    expect(
      told('Employees told reporters that tills showed a note consistent with Akira ransomware.', 'actor'),
    ).toEqual(['Akira ransomware-operator media/possible']));
});

describe('data that was not taken, and credentials that were a way in', () => {
  test.each([
    [
      'The leaked data includes names and phone numbers, but not card details or passwords.',
      ['names', 'phone-numbers', '-payment-cards', '-passwords'],
    ],
    ['There is no evidence that loyalty details were leaked.', ['-loyalty-details']],
    ["The intruders came in after a contractor's remote access credentials were compromised.", []],
    ['The login credentials of shoppers were stolen.', ['passwords']],
    ['The breach did not include sensitive data such as passwords or card numbers.', ['-passwords', '-payment-cards']],
    ['The hackers collected phone numbers.', ['phone-numbers']],
    ['A vendor inadvertently made public the phone numbers of shoppers.', ['phone-numbers']],
    ['Health information of workers and their family members was exposed.', ['health-data']],
    [
      'The data of 1.5 million shoppers, including phone numbers and the size of shoes, had been taken.',
      ['phone-numbers'],
    ],
    ['The chain had collected phone numbers for its newsletter.', []],
  ])('%s', (sentence, expected) =>
    expect(
      claimsIn(sentence)
        .filter(claim => claim.kind === 'data' && sentence.includes(claim.quote.trim()))
        .map(({ value }) => {
          const { type, polarity } = value as { type: string; polarity: string };
          return polarity === 'taken' ? type : `-${type}`;
        }),
    ).toEqual(expected),
  );
});

describe('how it was done', () => {
  test.each([
    ['A former engineer is suspected of being behind the theft of the data.', ['insider']],
    ['The chain is not liable for the criminal act of an employee who leaked payroll files.', ['insider']],
    ["The intruders came in after a contractor's remote access credentials were compromised.", ['stolen-credentials']],
    ['Its restaurants were hit by card-stealing malware.', ['malware']],
  ])('%s', (sentence, expected) =>
    expect(
      claimsIn(sentence).flatMap(({ kind, value }) => (kind === 'attack' ? [Object.values(value)[0]] : [])),
    ).toEqual(expect.arrayContaining(expected)),
  );

  test('malware that steals cards is no skimmer of a website', () =>
    expect(told('Its restaurants were hit by card-stealing malware.', 'attack').join()).not.toContain('web-skimming'));
});

describe('dates of something else', () => {
  test.each([
    'The gang has threatened to publish the data that it copied as early as Thursday.',
    'The incident concerned orders placed between November 2021 and March 2022.',
    'In January 2023 the regulator fined another shop for similar failures.',
    'In June 2019 Hartwell warned that other hackers may have stolen data.',
  ])('%s', sentence => expect(told(sentence, 'date')).toEqual([]));

  const dated = (sentence: string): string[] =>
    claimsIn(sentence).flatMap(claim =>
      claim.kind === 'date' && sentence.includes(claim.quote.trim()) ? [`${claim.value.what} ${claim.date.edtf}`] : [],
    );

  test.each([
    ['Hartwell said on Friday it had become aware of a data breach.', ['disclosed 2025-05-09']],
    ['The breach was brought to our attention on 2 May, Hartwell wrote.', ['discovered 2025-05-02']],
    ['Hartwell discovered on 3 May that thieves had exploited a vulnerability.', ['discovered 2025-05-03']],
  ])('%s', (sentence, expected) => expect(dated(sentence)).toEqual(expected));
});

describe('hedges of something else', () => {
  test.each([
    [
      'It told staff that their health information was stolen, indicating that it may have paid.',
      'health-data',
      'confirmed',
    ],
    ['Their health information may have been stolen.', 'health-data', 'possible'],
  ])('%s', (sentence, type, certainty) =>
    expect(
      claimsIn(sentence).flatMap(claim =>
        claim.kind === 'data' && claim.value.type === type ? [claim.certainty] : [],
      ),
    ).toEqual([certainty]),
  );

  test('stolen passwords that were tried out are no theft here', () =>
    expect(told('Somebody tried to break into accounts using stolen passwords.', 'attack').join()).not.toContain(
      'data-theft',
    ));
});

describe('words of another', () => {
  test('scammers who pose as the shop later are no part of the attack', () =>
    expect(told('Scammers have been phoning shop owners posing as Hartwell support staff.', 'attack')).toEqual([]));

  test('a word in the name of a shop says no state of its services', () =>
    expect(told('The attack disrupted online orders at Stop & Shop.', 'service')).toEqual([
      'online-orders degraded media/reported',
    ]));

  test('the group that a brand belongs to is named on the way', () => {
    const { claims, incidents } = analyse({
      title: 'Louis Vuitton says customer data stolen in cyber-attack',
      text: `The label, a brand of the luxury group LVMH, said intruders had copied phone numbers.

Dior, another of its labels, said in April that hackers had accessed customer data.`,
      publishedAt: '2025-05-14T09:00:00.000Z',
      source: 'The Daily Ledger',
    });
    const of = claims.filter(({ kind, quote }) => kind === 'data' && quote.includes('phone'));
    expect(of.map(({ incident }) => incidents[incident ?? -1]?.victim)).toEqual(['louis-vuitton']);
  });
});

describe('services, and the days of something else', () => {
  const services = (sentence: string): string[] =>
    claimsIn(sentence).flatMap(claim =>
      claim.kind === 'service' ? [`${claim.value.service} ${claim.value.state} ${claim.date?.edtf ?? '-'}`] : [],
    );

  test.each([
    ['Its stores are running out of packaged cheese.', ['stock degraded -']],
    ['The food halls are fully stocked again.', ['stock restored -']],
    ['Deliveries to rural shops have been cut back.', ['deliveries degraded -']],
    ['Hartwell has resumed online orders 46 days after the attack.', ['online-orders restored -']],
    [
      'Click and collect remains unavailable and is expected back in the coming weeks.',
      ['click-and-collect suspended -'],
    ],
    ['On Monday Hartwell restored its website.', ['website restored 2025-05-12']],
  ])('%s', (sentence, expected) => expect(services(sentence)).toEqual(expected));
});

describe('what a thief does with the loot', () => {
  test('is told of the thief', () => {
    const sentence = 'A hacker going by "greywolf77" offered 3 million lines of Hartwell data for 2,000 euros.';
    expect(told(sentence, 'actor')).toEqual(['greywolf77 claimant attacker/claimed']);
    expect(told(sentence, 'leak').join()).toMatch(/^for-sale (?!victim)/);
  });

  test('whoever tells an outlet what it holds has told no customers', () =>
    expect(told('A group calling itself Redmarsh told the BBC it had data on 2 million people.', 'response')).toEqual(
      [],
    ));
});

describe('whose data it is', () => {
  test('work addresses and user names are those of staff', () =>
    expect(
      claimsIn("Hackers copied the associates' work email addresses and user IDs.").flatMap(claim =>
        claim.kind === 'data' ? [claim.value.subject] : [],
      ),
    ).toEqual(expect.arrayContaining(['employee', 'employee'])));
});

describe('figures', () => {
  test('thousands parted by blanks, and whom they count', () =>
    expect(told('Hartwell employs 145 000 people and serves more than 2 million customers.', 'people')).toEqual([
      '145000 exact employee context media/reported',
      '2000000 at-least customer context media/reported',
    ]));
});

describe('sums', () => {
  test('a bare dollar is that of the victim where the outlet marks the other', () => {
    const { claims } = analyse({
      title: 'Sobeys hit by cyber-attack',
      text: 'Sobeys said a cyber-attack would cost it $7-million.',
      publishedAt: '2025-05-14T09:00:00.000Z',
      source: 'The Daily Ledger',
    });
    expect(
      claims.flatMap(({ kind, value }) => (kind === 'money' ? [(value as { currency?: string }).currency] : [])),
    ).toEqual(['CAD']);
  });

  test.each([
    ['The gang gave the shop 48 hours to pay $3 million.', ['ransom-demand 3000000 USD exact media/reported']],
    [
      'The attack cost it $9 million in lost revenue and $2 million in fees for advisers.',
      ['sales -9000000 USD exact media/reported', 'cost 2000000 USD exact media/reported'],
    ],
    ['Shares in the group slipped 2.5% on Monday.', ['share-price -2.5 exact media/reported']],
  ])('%s', (sentence, expected) => expect(told(sentence, 'money')).toEqual(expected));
});
