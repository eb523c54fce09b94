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
    ['The website is still offline for ordering.', ['website degraded']],
    ['While contactless payments have been resumed, the app is offline.', ['contactless restored', 'app suspended']],
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
    ['Hackers encrypted its systems.', ['internal-systems degraded']],
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
    ['Its website is currently under maintenance.', ['website suspended']],
    ['Visitors are greeted by a maintenance page.', ['website suspended']],
    ['The grocer is not currently taking online orders.', ['online-orders suspended']],
    ['Shoppers could not check out.', ['stores degraded']],
    ['Some branches face shortages of milk.', ['stock degraded']],
    ['The raid harmed nobody but limited its ability to fulfil and send orders.', ['deliveries degraded']],
    [
      'The fault was preventing the use of loyalty card and gift card services.',
      ['loyalty suspended', 'gift-cards suspended'],
    ],
    ['Certain servers used by buyers became unavailable.', ['internal-systems suspended']],
    ['The raid impacted customer orders.', ['online-orders degraded']],
    ['Its store WiFi is down.', ['internal-systems suspended']],
    ['The raid disrupted its IT systems. All its IT systems are offline.', ['internal-systems suspended']],
    ['It not only paused deliveries but told nobody.', ['deliveries suspended']],
    ['For two days there was no website, no e-mail.', ['website suspended', 'internal-systems suspended']],
  ])('%s', (text, expected) => expect(states(text)).toEqual(expected));
});

describe('a service that works', () => {
  test.each([
    ['Contactless payments have resumed.', ['contactless restored']],
    ['Planned deliveries were continuing.', ['deliveries unaffected']],
    ['It has restored over 60% of its key systems.', ['internal-systems restored']],
    ['All its shops are operating smoothly.', ['stores unaffected']],
    ['It brought online the ordering systems affected by the worm.', ['online-orders restored']],
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
    ["The gang's leak sites and infrastructure were shut down."],
    ['Disrupting them halts deliveries everywhere.'],
    ['The note claimed shutting down the system may harm files.'],
    ['It deletes backups to keep victims from restoring systems.'],
    ['For weeks the server was accessible to anybody.'],
    ['The gang hit the IT systems.'],
    ['Ports face shortages of drivers.'],
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

describe('services and states meet within a clause', () => {
  test.each([
    // modifiers say which service a system is
    [
      'The loyalty platform and the stock management system were down.',
      ['loyalty suspended', 'internal-systems suspended'],
    ],
    ['Its phone and e-mail systems remain operational.', ['call-centre unaffected', 'internal-systems unaffected']],
    ['Store systems crashed on Monday.', ['stores degraded']],
    ['A nationwide IT outage followed.', ['internal-systems suspended']],
    // object, subject, passive, reduced, headline
    ['The chain took its entire network offline.', ['internal-systems suspended']],
    ['It has taken down the loyalty app.', ['app suspended']],
    ['Grocer website knocked out', ['website suspended']],
    ['The grocer was forced to postpone home deliveries.', ['deliveries suspended']],
    ['Its servers, which run the tills, crashed.', ['internal-systems suspended']],
    ['Hartwell cancelled and rescheduled home deliveries.', ['deliveries suspended']],
    ['Websites and channels were unreachable.', ['website suspended']],
    // what people can and cannot do
    ['Shoppers could not place orders or return goods.', ['online-orders suspended', 'returns suspended']],
    ['Staff struggled to process refunds.', ['returns degraded']],
    ['The website cannot be reached.', ['website suspended']],
    ['The attack cut its ability to ship parcels and hampered its ability to serve customers.', ['stores degraded']],
    ['Members can still redeem their points.', ['loyalty unaffected']],
    ['Branches lost access to the stock system.', ['internal-systems suspended']],
    // back again
    ['By Friday its e-mail was back up.', ['internal-systems restored']],
    ['It has restored core parts of its ordering platform.', ['online-orders restored']],
    ['Two plants began to come back online.', ['production restored']],
    // denials
    ['None of its own IT systems were affected.', ['internal-systems unaffected']],
    ['We do not expect an impact on deliveries.', ['deliveries unaffected']],
    ['The website is not working.', ['website suspended']],
    ['There was no disruption to payroll.', ['payroll unaffected']],
    ['There is no evidence that production was affected.', ['production unaffected']],
    ['It did not say who called, and its stores were closed.', ['stores suspended']],
  ])('%s', (text, expected) => expect(states(text)).toEqual(expected));

  test.each([
    ['Store managers were shut out of a meeting.'],
    ['Customers of the website were affected.'],
    ['Firms are advised to disable remote access.'],
    ['The retailer would close its stores only as a last resort.'],
    ['Once the website is restored, orders will be sent.'],
    ['Hackers were unable to access its other systems.'],
    ['The leak site was down.'],
    ['Sales at its stores were down 3 %.'],
  ])('nothing in: %s', text => expect(states(text)).toEqual([]));

  test('what is denied of data is not denied of the service', () => {
    expect(states('No data was taken in the attack that disrupted deliveries.')).toEqual(['deliveries degraded']);
  });
});
