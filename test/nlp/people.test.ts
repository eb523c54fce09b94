import { describe, expect, test } from 'vitest';
import { peopleClaims } from '../../nlp/claims/people.ts';
import { readingOf } from './support/reading.ts';

const counted = (text: string): string[] =>
  peopleClaims(readingOf(text)).map(({ value }) => `${value.sense} ${value.qualifier} ${value.count} ${value.subject}`);

describe('people', () => {
  test.each([
    ['The breach affected 430,000 customers.', ['affected exact 430000 customer']],
    ['The breach affected 32,234.', ['affected exact 32234 customer']],
    [
      'Details of nearly 2.1 million of its current and former customers were exposed.',
      ['affected about 2100000 customer'],
    ],
    ['A cache of 10,200 records was sold.', ['affected exact 10200 customer']],
    ['The final tally stood at 553,660 individuals.', ['affected exact 553660 customer']],
    ['The shops serve more than 150 million customers every year.', ['context at-least 150000000 customer']],
    ['It also deals with another 113,000 suppliers, whose data was stolen.', ['affected exact 113000 supplier']],
    ['There are over 9.6 million accounts registered with the company.', ['context at-least 9600000 customer']],
    ['The data of more than 2 million shoppers was stolen.', ['affected at-least 2000000 customer']],
    ['The incident exposed 15,700 accounts.', ['affected exact 15700 customer']],
    ['Data of several hundred thousand customers was exposed.', ['affected at-least 200000 customer']],
    ['There were 39 million exposed accounts.', ['affected exact 39000000 customer']],
    ['Up to 1,200 employees had their data stolen.', ['affected up-to 1200 employee']],
    ['Hartwell employs 64,000 people.', ['context exact 64000 employee']],
    [
      'While its letter does not mention it, a filing reveals that the thieves took data belonging to 6,120 individuals.',
      ['affected exact 6120 customer'],
    ],
    ['Its shop is used by 4,000 firms and over 5 million customers.', ['context at-least 5000000 customer']],
    ['Its report listed 9.4 million active online users.', ['context exact 9400000 customer']],
    ['Around 200 warehouse workers were told to stay home.', ['context about 200 employee']],
    [
      'Files on 11,400 current and 3,000 former employees were stolen.',
      ['affected exact 11400 employee', 'affected exact 3000 employee'],
    ],
    ['It put the number of customers affected at 27,000.', ['affected exact 27000 customer']],
    ['For a small number of people—about 310 in all—more was copied.', ['affected about 310 customer']],
    ['It holds most of its 1.4 million customers dear, whose data was stolen.', ['context exact 1400000 customer']],
    ['Some 30,000 members of its staff must reset their passwords.', ['context about 30000 employee']],
    ['The total number of persons hit by the breach is 212,405.', ['affected exact 212405 customer']],
    [
      'Another 6,300 parcel customers had names, addresses and order numbers exposed.',
      ['affected exact 6300 customer'],
    ],
    ['It sent word that 8,120 people were sent letters about the breach.', ['affected exact 8120 customer']],
    ['The shop provides tools to over 2 million customers.', ['context at-least 2000000 customer']],
    ['The group, a giant with 90 million customers, was not hit.', ['context exact 90000000 customer']],
    ['The hack exposed 4,400 loyalty and savings programme members.', ['affected exact 4400 customer']],
    ['A thief sells 15 million stolen customer records.', ['affected exact 15000000 customer']],
  ])('are counted in: %s', (text, expected) => expect(counted(text)).toEqual(expected));

  test.each([
    'It runs 1,400 stores.',
    'The museum of the shop keeps 8,000 records.',
    'Over 30,000 gift cards of customers were blocked.',
    'It takes 1.3 million online orders a week.',
    'It is unclear whether 5,000 customers were affected.',
    'Hartwell said that it was not true that 5,000 customers were affected.',
    'In 2021 customers were affected.',
    'A few thousand shoppers queued.',
    'Five buyers were interested in the data of the shop.',
  ])('are not counted in: %s', text => expect(counted(text)).toEqual([]));

  test('are counted once where a rounded figure stands beside a precise one', () => {
    expect(
      counted('It exposed more than six million customers. The data of 6.42 million customers was stolen.'),
    ).toEqual(['affected exact 6420000 customer']);
    expect(counted('The breach hit 1.5 million customers. The data of 1,497,812 customers was stolen.')).toEqual([
      'affected exact 1497812 customer',
    ]);
  });
});
