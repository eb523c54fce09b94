import { describe, expect, test } from 'vitest';
import { moneyIn } from '../../nlp/money.ts';
import { numbersIn } from '../../nlp/numbers.ts';
import { sentenceOf } from './support/sentence.ts';

const counts = (text: string): string[] =>
  numbersIn(sentenceOf(text)).map(({ value, max, qualifier }) => `${qualifier} ${value}${max ? `..${max}` : ''}`);

const sums = (text: string): string[] =>
  moneyIn(sentenceOf(text)).map(
    ({ value, max, currency = '%', qualifier, per }) =>
      `${qualifier} ${value}${max ? `..${max}` : ''} ${currency}${per ? ` a ${per}` : ''}`,
  );

describe('a count', () => {
  test.each([
    ['It has 430,000 members.', ['exact 430000']],
    ['It lists 9.4 million users.', ['exact 9400000']],
    ['It lists 9 .4 million users.', ['exact 9400000']],
    ['It lists 2,2 million users, 2,200 shops.', ['exact 2200000', 'exact 2200']],
    ['More than 430,000 people were hit.', ['at-least 430000']],
    ['Nearly two million accounts were copied.', ['about 2000000']],
    ['Up to 35k shoppers lost data.', ['up-to 35000']],
    ['Between 1.2 and 1.5 million people were hit.', ['about 1200000..1500000']],
    ['Some 60-70 shops closed.', ['about 60..70']],
    ['It runs twenty-five shops.', ['exact 25']],
    ['Half a million cards were listed.', ['exact 500000']],
    ['Dozens of shops closed.', ['at-least 24']],
    ['Hundreds of thousands of customers were told.', ['at-least 200000']],
    ['About a hundred people and 5,000+ cards.', ['about 100', 'at-least 5000']],
  ])('%s', (text, expected) => expect(counts(text)).toEqual(expected));

  test.each([['One of the shops closed.'], ['It paid £5m and 11% more.'], ['A shop closed.']])(
    'is not seen in: %s',
    text => expect(counts(text)).toEqual([]),
  );
});

describe('a sum of money', () => {
  test.each([
    ['It lost £300m.', ['exact 300000000 GBP']],
    ['Its value fell by about £ 1 billion.', ['about 1000000000 GBP']],
    ['It lost $1.17bn.', ['exact 1170000000 USD']],
    ['A fine of 1.69 trillion won.', ['exact 1690000000000 KRW']],
    ['It cost A$3m or €2.5 million.', ['exact 3000000 AUD', 'exact 2500000 EUR']],
    ['It loses £15m a week.', ['exact 15000000 GBP a week']],
    ['It loses around $2 million per day.', ['about 2000000 USD a day']],
    ['It cost between £270m and £440m.', ['about 270000000..440000000 GBP']],
    ['It cost £270-440 million.', ['about 270000000..440000000 GBP']],
    ['It cost hundreds of millions of pounds.', ['at-least 200000000 GBP']],
    ['The share fell 11 per cent to 368 pence.', ['exact 11 %', 'exact 3.68 GBP']],
  ])('%s', (text, expected) => expect(sums(text)).toEqual(expected));

  test('takes its conversion in brackets with it', () => {
    const [sum, ...others] = moneyIn(sentenceOf('A hit of up to £300 million (approximately $402 million) is feared.'));
    expect(sum).toMatchObject({ value: 3e8, qualifier: 'up-to', converted: { value: 4.02e8, currency: 'USD' } });
    expect(others).toEqual([]);
  });
});
