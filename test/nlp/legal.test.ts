import { describe, expect, test } from 'vitest';
import { legalClaims } from '../../nlp/claims/legal.ts';
import { readingOf } from './support/reading.ts';

const actions = (text: string): string[] => legalClaims(readingOf(text)).map(({ value }) => value.action);

describe('a legal step', () => {
  test.each([
    ['Police arrested four people over the attack on Hartwell.', ['arrest']],
    ['A man was charged with blackmail over the hack.', ['charge']],
    ['He pleaded guilty to hacking the chain.', ['plea']],
    ['Two men were found guilty of the attack.', ['conviction']],
    ['She was sentenced to three years for the hack of the chain.', ['sentence']],
    ['Hartwell faces a class action.', ['lawsuit']],
    [
      'The chain agreed to a settlement with the attorneys general of 40 states, reaching a settlement of $5m.',
      ['settlement'],
    ],
    ['The chain was fined £5m.', ['fine']],
    ['The watchdog imposed a €5m penalty.', ['fine']],
    ['The chain has settled charges over the breach.', ['settlement']],
    ['He pleaded guilty to one count of computer fraud.', ['plea']],
    ['He was jailed in 2024 for the hack.', ['sentence']],
    ['It faces a criminal investigation.', ['investigation']],
    ['The hacker stole data of the chain. He was arrested in May.', ['arrest']],
    ['The hackers broke in twice. The suspect made his first court appearance.', ['hearing']],
    ['The data protection authority has opened an investigation.', ['investigation']],
    ['Its chairman told a committee of lawmakers that systems were old.', ['hearing']],
    ['Two shoppers have sued the company over the data breach.', ['lawsuit']],
    ['Hartwell will pay $5 million to settle with 46 states over the breach.', ['settlement']],
    ['The retailer agreed to pay $10 million to resolve claims by plaintiffs over the breach.', ['settlement']],
    ['The ICO fined the retailer £5m for failing to protect customer data.', ['fine']],
    ['The company must pay a £3 million penalty for the breach.', ['fine']],
    ['The investigation by the ICO found that customer data had not been encrypted.', ['investigation']],
    ['Police have arrested a 19-year-old man over the attack on Hartwell.', ['arrest']],
    ['A grand jury indicted two men over the attack on Hartwell.', ['charge']],
    ['The hacker was given four years in prison for the attack on Hartwell.', ['sentence']],
  ])('%s', (text, expected) => expect(actions(text)).toEqual(expected));

  test('carries its day', () => {
    expect(legalClaims(readingOf('Police arrested four people over the attack on 10 July 2025.'))[0]?.date).toEqual({
      edtf: '2025-07-10',
      precision: 'day',
    });
  });
});

describe('no legal step of the incident', () => {
  test.each([
    ['Members of the gang have been arrested in Spain.'],
    ['Nobody has been arrested over the attack.'],
    ['Customers are charged a fee.'],
    ['The attackers demanded $1m but settled for $70,000.'],
    ['The ransomware group claims to have taken data.'],
    ['The LockBit gang was hit when two of its members were arrested for attacks.'],
    ['If convicted of hacking, he could be sentenced to ten years.'],
    ['Firms face fines of up to $50m.'],
    ['A lawsuit could follow, as it may face a lawsuit.'],
  ])('in: %s', text => expect(actions(text)).toEqual([]));
});

describe('the date of a legal step', () => {
  test.each([
    ['Hartwell was fined £5m on 12 May over the hack.', '2025-05-12'],
    ['On 12 May Hartwell was fined £5m.', '2025-05-12'],
    ['Hartwell was fined £5m after a cyber-attack in 2015.', undefined],
    ['Hartwell was fined £5m over a 2015 breach.', undefined],
  ])('is not that of the crime: %s', (text, date) =>
    expect(legalClaims(readingOf(text, '2025-05-22'))[0]?.date?.edtf).toBe(date),
  );
});
