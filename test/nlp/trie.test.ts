import { expect, test } from 'vitest';
import { tokensOf } from '../../nlp/tokens.ts';
import { createTrie } from '../../nlp/trie.ts';

const tokens = (text: string) => tokensOf(text, 0, text.length);
const trie = createTrie<string>();
for (const name of ['North', 'North Quay', 'North Quay Foods', "Macy's", 'B & C'])
  trie.add(
    tokens(name).map(token => token.norm),
    name,
  );
const found = (text: string) => trie.matches(tokens(text)).map(match => match.values[0]);

test('the longest name wins, and names do not overlap', () => {
  expect(found('North Quay Foods and North Quay met in the North')).toEqual([
    'North Quay Foods',
    'North Quay',
    'North',
  ]);
});

test('a possessive is not part of the name, unless the name has one', () => {
  expect(trie.matches(tokens('North Quay’s tills'))[0]).toMatchObject({ possessive: true });
  expect(trie.matches(tokens("Macy's tills"))[0]).toMatchObject({ possessive: false });
});

test('spaces around signs do not matter', () => {
  expect(found('B&C closed')).toEqual(['B & C']);
});
