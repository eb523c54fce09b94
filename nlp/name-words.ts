import { tokensOf } from './tokens.ts';

/** Token norms of a name, as the trie wants them. */
export const nameWords = (name: string): readonly string[] => tokensOf(name, 0, name.length).map(token => token.norm);
