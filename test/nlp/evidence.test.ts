import { describe, expect, test } from 'vitest';
import { analyse } from '#nlp';
import { barredIn } from '../../nlp/victims/barred.ts';
import { signsIn } from '../../nlp/victims/signs.ts';

const read = (title: string, text: string) => analyse({ title, text, publishedAt: '2031-05-14' });
const mains = (title: string, text: string) =>
  read(title, text).incidents.flatMap(({ victim, role }) => (role === 'main' ? [victim] : []));

describe('the signs of a sentence', () => {
  test.each([
    ['somebody tried to get into its computer systems', 'crime'],
    ['the details of members were copied', 'crime'],
    ['a stranger had planted code on the checkout page; someone installed malware', 'crime'],
    ['the chain was attacked over the weekend', 'crime'],
    ['a search server was left reachable without a password', 'crime'],
    ['since the attack sales have been slow', 'back'],
    ['orders on the website remain suspended', 'effect'],
    ['thieves could steal data if the portal were hacked', 'unsure'],
    ['it was not a cyber attack, the company stressed', 'unsure'],
    ['fake vouchers lead to a phishing page', 'bait'],
  ] as const)('%s: %s', (text, sign) => {
    expect(signsIn(text)[sign]).toBe(true);
  });

  test.each([
    'the purchase was a breach of takeover rules',
    'the new scanner finds card skimmers',
    'hackers and criminals are a worry of the trade',
    'the shares rose about 3 percent',
  ])('no crime is told: %s', text => {
    expect(signsIn(text).crime).toBe(false);
  });
});

describe('firms that only stand beside', () => {
  test.each([
    ['the fabric supplier behind §1 and §2 was hit', [1, 2]],
    ['a software firm that provides services to stores, including §3, was breached', [3]],
    ['the §4 brand owner was hacked', [4]],
    ['the group, which owns the chains §5 and §6, was hacked', [5, 6]],
    ['a state sues §7 over data theft', [7]],
    ['hackers breached §8', []],
  ])('%s', (skeleton, barred) => {
    expect([...barredIn(skeleton)]).toEqual(barred);
  });
});

describe('an article about a victim', () => {
  test.each([
    [
      'Bare shelves at Asda',
      'A week after hackers struck, Asda shoppers find gaps where the bread was. The computers that order the bread were shut down. Those crooks also made off with details of members.',
    ],
    [
      'Asda takes online orders again',
      'Asda reopened its website on Monday, six weeks after a cyber attack made it stop selling online. Data of customers was stolen in the attack.',
    ],
    [
      'Your Asda account: what to do',
      'Yesterday Asda wrote to its customers that some of their personal data was stolen. Do they have my card? No card details were taken. You will be asked for a new password.',
    ],
    [
      'Asda falls to a loss as attack bites',
      'Asda made a loss in the half year, after a cyber attack that cost it £20m in sales. When the attack came, systems were shut down to contain it.',
    ],
  ])('%s', (title, text) => {
    expect(mains(title, text)).toEqual(['asda']);
  });

  test('a story under each heading makes each of them a main victim', () => {
    const text =
      '## Asda\n\nOnline orders are off since hackers broke into its systems.\n\n## Morrisons\n\nOn Friday it confirmed that data of members was extracted by the intruders.';
    expect(mains('The week in shops', text)).toEqual(['asda', 'morrisons']);
  });

  test('news of another kind that the incident only dates makes the victim a secondary one', () => {
    const found = read('Asda chief quits months after cyber attack', 'The head of Asda stood down this week.');
    expect(found).toMatchObject({ relevant: true, incidents: [{ victim: 'asda', role: 'mention' }] });
  });
});

describe('an article about something else', () => {
  test.each([
    [
      'Asda blames update, not hackers, for lost orders',
      'Asda could not deliver on Saturday. It blamed a software update. It was not a cyber attack, the company said.',
    ],
    [
      'Warning: fake Asda vouchers are scams',
      'Fraudsters send messages that promise a voucher from Asda. The link leads to a page that steals card details. Asda has not been hacked.',
    ],
    [
      'Ferncastle Credit Union loses data of members',
      'Ferncastle said that intruders had stolen data of its members. Ferncastle also issues the Asda store card. It discovered the breach in June. Ferncastle has told the police.',
    ],
    [
      'Watchdog says Asda broke takeover rules',
      'The purchase was a clear breach of the rules, the watchdog ruled. Asda said that it would appeal.',
    ],
    [
      'Phone firm Orange Belgium loses data',
      'Telecom operator Orange Belgium said that hackers stole customer data. Its phone shops are open.',
    ],
    ['Asda strikes deal', 'Samsung said it had struck a deal with Asda for payments by phone in its stores.'],
  ])('%s', (title, text) => {
    expect(read(title, text)).toMatchObject({ relevant: false, incidents: [] });
  });
});

describe('shops that no list has', () => {
  test.each([
    [
      'Every one of the 64 branches of Larkholm Pharmacy went dark after hackers broke into its systems.',
      'larkholm-pharmacy',
    ],
    [
      'Payments are back in every Marlo & Finch shop. The fashion chain was attacked; hackers stole data.',
      'marlo-and-finch',
    ],
    ['The St. Ives-based bookshop chain Pagelight’s was hit by ransomware. Pagelight’s is sorry.', 'pagelight-s'],
    ['Hackers stole data from the sport shoe dealer Pellworth.', 'pellworth'],
  ])('%s', (text, victim) => {
    expect(read('Shops hit', text).incidents.map(incident => incident.victim)).toEqual([victim]);
  });
});
