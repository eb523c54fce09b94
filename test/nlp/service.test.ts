import { describe, expect, test } from 'vitest';
import { serviceClaims } from '../../nlp/claims/service.ts';
import { readingOf } from './support/reading.ts';

const states = (text: string): string[] => [
  ...new Set(serviceClaims(readingOf(text)).map(({ value }) => `${value.service} ${value.state}`)),
];

describe('a service that does not work', () => {
  test.each([
    ['Hartwell has paused online orders at all its brands.', ['online-orders suspended']],
    ['The website and the app are offline.', ['website suspended', 'app suspended']],
    [
      'Contactless payments were halted and Click & Collect suspended.',
      ['contactless suspended', 'click-and-collect suspended'],
    ],
    ['Shoppers were unable to use gift cards.', ['gift-cards suspended']],
    ['Hartwell closed 40 stores in the north.', ['stores suspended']],
    ['It took its systems offline.', ['internal-systems suspended']],
    ['Remote access was disabled for all staff.', ['internal-systems suspended']],
    ['The attack disrupted deliveries and the call centre.', ['deliveries degraded', 'call-centre degraded']],
    ['Customers face delays to home deliveries.', ['deliveries degraded']],
    ['Tills are down in some towns.', ['stores degraded']],
    ['Shelves were left empty for a week.', ['stock degraded']],
    ['The chain fell back on manual processes.', ['internal-systems degraded']],
    ['It has restricted internet access at its sites.', ['internal-systems degraded']],
    ['Factories in the south were shut down.', ['production suspended']],
    ['Its website was knocked offline.', ['website suspended']],
    ['The gang took offline its app.', ['app suspended']],
    ['Staff were locked out of the computer systems.', ['internal-systems suspended']],
    ['Production came to a grinding halt.', ['production suspended']],
    ['The fault kept members from nothing but prevented shoppers from accessing the app.', ['app suspended']],
    ['The hack has hampered its ability to process online orders.', ['online-orders degraded']],
    ['The worm crippled parts of the IT network.', ['internal-systems degraded']],
    ['Hackers encrypted its servers.', ['internal-systems degraded']],
    ['The chain suffered a global outage.', ['internal-systems suspended']],
    ['It proactively took down some of its systems.', ['internal-systems suspended']],
    ['The inability to ship goods lasted a week.', ['deliveries suspended']],
    ['It pulled the plug on its website.', ['website suspended']],
    ['Stock did not reach the shelves.', ['stock degraded']],
    ['The brewer suspended operations at six plants.', ['production suspended']],
    ['Clerks had to revert to pen and paper.', ['internal-systems degraded']],
    ['Shops report order and delivery delays in the north.', ['deliveries degraded']],
    ['Deliveries to restaurants were late.', ['deliveries degraded']],
    ['The worm affected some of its IT systems.', ['internal-systems degraded']],
    ["It hit the chain's tills, network and app.", ['stores degraded', 'internal-systems degraded', 'app degraded']],
    ['Branches cannot take cards.', ['card-payments suspended']],
    ['For two days there was no website, no e-mail.', ['website suspended', 'internal-systems suspended']],
  ])('%s', (text, expected) => expect(states(text)).toEqual(expected));
});

describe('a service that works', () => {
  test.each([
    ['Contactless payments have resumed.', ['contactless restored']],
    ['The website is back online.', ['website restored']],
    ['Hartwell reopened its stores.', ['stores restored']],
    ['All stores remain open.', ['stores unaffected']],
    ['Online orders were not affected.', ['online-orders unaffected']],
    ["The breach didn't affect the website.", ['website unaffected']],
    ['Customers can once again place online orders.', ['online-orders restored']],
    ['The tills work again.', ['stores restored']],
    ['Contactless payments are back in every branch.', ['contactless restored']],
    [
      'While contactless payments have resumed, the website is still offline.',
      ['contactless restored', 'website suspended'],
    ],
  ])('%s', (text, expected) => expect(states(text)).toEqual(expected));
});

describe('no state of a service', () => {
  test.each([
    ['Hartwell is working to restore online orders.'],
    ['It hopes that the website will be back online next week.'],
    ['Bringing its systems back online will take time, as it must bring its systems back online one by one.'],
    ['The breach affected systems that hold names.'],
    ["The gang's leak site is offline."],
    ['Police took down 30 servers of the gang.'],
    ['Firms should disable remote access.'],
    ['Stores sell food and clothes.'],
    ['Orders will be sent once the website is back online.'],
    ['The affected systems hold names.'],
    ['Damage was limited to the network of a supplier.'],
  ])('in: %s', text => expect(states(text)).toEqual([]));
});

test('a hedge makes a state possible, a speaker and a date stay with it', () => {
  const [hedged] = serviceClaims(readingOf('Deliveries may be delayed.'));
  expect(hedged).toMatchObject({ value: { service: 'deliveries', state: 'degraded' }, certainty: 'possible' });
  const [told] = serviceClaims(readingOf('“We have paused online orders since Monday,” Hartwell said.'));
  expect(told).toMatchObject({ by: 'victim', certainty: 'confirmed', date: { edtf: '2025-05-19' } });
  expect(told!.quote).toBe('paused online orders');
});

test('services that have been experiencing trouble are degraded', () => {
  expect(states('Manufacturing and some corporate systems have been experiencing interruptions.')).toEqual([
    'production degraded',
    'internal-systems degraded',
  ]);
});
