import { describe, expect, test } from 'vitest';
import { serviceClaims } from '../../nlp/claims/service.ts';
import { readingOf } from './support/reading.ts';

const states = (text: string): string[] => [
  ...new Set(serviceClaims(readingOf(text)).map(({ value }) => `${value.service} ${value.state}`)),
];

describe('a service that came back', () => {
  test.each([
    ['Hartwell takes online clothing orders again.', ['online-orders restored']],
    ['The chain has begun accepting online orders again.', ['online-orders restored']],
    ['Its shops accept gift cards once more.', ['gift-cards restored']],
    ['Gift cards can be used again.', ['gift-cards restored']],
    ['It started taking online orders for the first time in six weeks.', ['online-orders restored']],
    ['Click and collect returned in August.', ['click-and-collect restored']],
    ['Contactless payments have returned to most towns.', ['contactless restored']],
    ['It reintroduced click and collect.', ['click-and-collect restored']],
    ['It has switched its web shop back on.', ['online-orders restored']],
    ['The website came back to life on Monday.', ['website restored']],
    ['The shops opened their doors again on Friday.', ['stores restored']],
    [
      'Hartwell stopped taking online orders in April and took them again in June.',
      ['online-orders suspended', 'online-orders restored'],
    ],
    ['The restaurants have since reopened.', ['stores restored']],
    ['Shelves are fully stocked.', ['stock restored']],
  ])('%s', (text, expected) => {
    expect(states(text)).toEqual(expected);
  });

  test.each([
    ['The chain hopes to take online orders again next week.'],
    ['The chain will accept online orders again in June.'],
    ['Parcels were returned to the shop.'],
    ['Shoppers must not use the old passwords again.'],
    ['Orders can be returned in any branch.'],
    ['The shop does not accept gift cards.'],
  ])('but not: %s', text => {
    expect(states(text)).toEqual([]);
  });
});

describe('a service that nobody could use', () => {
  test.each([
    ['Nearly 300 restaurants, including branches in the north, were forced to close.', ['stores suspended']],
    ['The online store was forced to stop.', ['online-orders suspended']],
    ['The grocer shut its doors on Sunday.', ['stores suspended']],
    ['Branches did not accept gift cards.', ['gift-cards suspended']],
    ['No orders could be placed.', ['online-orders suspended']],
    ['No deliveries were made for three days.', ['deliveries suspended']],
    ['Shoppers could only pay in cash.', ['card-payments suspended']],
    ['The site shows only a holding page.', ['website suspended']],
    ['Staff were paid late.', ['payroll degraded']],
    ['Farmers were not paid for weeks.', ['suppliers degraded']],
    ['Members complained about late deliveries.', ['deliveries degraded']],
    ['Availability of fresh food suffered.', ['stock degraded']],
    ['Shoppers faced long queues at the tills.', ['stores degraded']],
  ])('%s', (text, expected) => {
    expect(states(text)).toEqual(expected);
  });
});
