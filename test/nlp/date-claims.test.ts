import { describe, expect, test } from 'vitest';
import { dateClaims } from '../../nlp/claims/date.ts';
import { readingOf } from './support/reading.ts';

/** Published on Thursday 22 May 2025. */
const told = (text: string): string[] =>
  dateClaims(readingOf(text)).map(({ value, date }) => `${value.what} ${date.edtf}`);

describe('what happened when', () => {
  test.each([
    ['“On April 23, 2025, we discovered unusual activity,” it said.', ['discovered 2025-04-23']],
    ['Hartwell became aware of it on 7 May.', ['discovered 2025-05-07']],
    ['Its staff discovered the data breach on 3 May.', ['discovered 2025-05-03']],
    ['Hackers gained access to the network on 2 February.', ['intrusion 2025-02-02']],
    ['The chain was attacked on 17 April.', ['attack 2025-04-17']],
    ['It is recovering from an April ransomware attack.', ['attack 2025-04']],
    ['On Wednesday, Hartwell disclosed a cyber incident.', ['disclosed 2025-05-21']],
    ['Hartwell revealed a data breach last week.', ['disclosed 2025-05-15~']],
    ['Last month, Hartwell confirmed that customer data had been stolen.', ['data-theft-confirmed 2025-04']],
    ['The gang claimed responsibility on 2 May.', ['claimed 2025-05-02']],
    ['The site has been offline since Monday.', ['service-suspended 2025-05-19']],
    ['Online orders resumed on 20 May.', ['service-restored 2025-05-20']],
    ['Police arrested two men on 10 May in connection with the attack.', ['arrest 2025-05-10']],
    ['Annual results published on Wednesday show a loss.', ['results 2025-05-21']],
    ['It expects disruption to last until July.', ['expected-recovery 2025-07']],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected));

  test('is told by its most precise date', () => {
    expect(told('The chain was attacked in April. It was attacked on 17 April.')).toEqual(['attack 2025-04-17']);
  });
});

describe('a date of nothing that happened to the victim', () => {
  test.each([
    ['The gang launched in December 2023 and attacked many.'],
    ['Google warned last week that attacks go on.'],
    ['Two people were arrested in March.'],
    ['The offer is redeemable until 31 October.'],
    ['Sales grew in the first quarter, before the attack.'],
    ['It was not attacked on 17 April.'],
  ])('in: %s', text => expect(told(text)).toEqual([]));
});

test('the quote holds the words of the date', () => {
  for (const text of [
    'Online orders were paused, the chain said, on 19 May.',
    'Hartwell disclosed a breach on 19 May.',
  ]) {
    for (const { quote } of dateClaims(readingOf(text))) expect(quote).toContain('19 May');
    expect(dateClaims(readingOf(text))).not.toEqual([]);
  }
});
