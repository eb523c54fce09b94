import { tokensOf } from './tokens.ts';
import { createTrie } from './trie.ts';
import type { Mention, Sentence } from './types.ts';

const ROWS: readonly { readonly id: string; readonly name: string; readonly names: readonly string[] }[] = [
  { id: 'marks-and-spencer', name: 'Marks & Spencer', names: ['Marks & Spencer', 'M&S', 'Marks and Spencer'] },
  { id: 'co-op', name: 'Co-op', names: ['Co-op', 'Co-operative Group'] },
  { id: 'harrods', name: 'Harrods', names: ['Harrods'] },
];

const trie = createTrie<(typeof ROWS)[number]>();
for (const row of ROWS)
  for (const name of row.names)
    trie.add(
      tokensOf(name, 0, name.length).map(token => token.norm),
      row,
    );

/** Retailers, organisations and actors named in the sentences. */
export const mentionsIn = (sentences: readonly Sentence[]): readonly Mention[] =>
  sentences.flatMap(sentence =>
    trie.matches(sentence.tokens).flatMap(match => {
      const row = match.values[0];
      const first = sentence.tokens[match.first];
      const last = sentence.tokens[match.last];
      if (!row || !first || !last) return [];
      const end = match.possessive ? last.end - 2 : last.end;
      return [
        {
          kind: 'retailer' as const,
          id: row.id,
          name: row.name,
          start: first.start,
          end,
          sentence: sentence.index,
          via: 'name' as const,
        },
      ];
    }),
  );
