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
    ['Firms face fines of up to $50m.'],
    ['A lawsuit could follow, as it may face a lawsuit.'],
  ])('in: %s', text => expect(actions(text)).toEqual([]));
});
