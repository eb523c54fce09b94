/** What the two gazetteer scripts know about words: whether a name is one that means something else as well. */
import { readFileSync } from 'node:fs';
import nlp from 'compromise';

const lexicon = nlp.model().one.lexicon;

/** Case, accents and typography taken off: two names with one key are one name. */
export const plainKey = name => name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’‘`]/g, "'").toLowerCase();

/** Whether a name is written in Latin letters, digits and the signs that brands use. */
export const isLatin = name => /^[\p{Script=Latin}\p{M}\d '’&+!.,/$@_-]+$/u.test(name);

const read = files => files.map(file => readFileSync(file, 'utf8')).join('\n');

/** The words of the texts that match, by their keys. */
const wordsOf = (text, pattern) => new Set((text.match(pattern) ?? []).map(plainKey));

/**
 * Two tests of single words, by compromise's lexicon and the text files given (any English prose, the more the better).
 * `everyday`: a word of English, a given name or surname, a place. `seen`: that, or any word that the texts use at all.
 */
export const wordTests = files => {
  const text = read(files);
  const lower = wordsOf(text, /(?<![\p{L}\d'’.@_/-])\p{Ll}{3,}(?![\p{L}\d@_/-])/gu);
  const any = wordsOf(text, /\p{L}{4,}/gu);
  const everyday = word => {
    const key = plainKey(word);
    const tags = [lexicon[key] ?? []].flat();
    return (
      key.length < 3 || tags.some(tag => tag !== 'Organization') || lower.has(key) || lower.has(key.replace(/e?s$/, ''))
    );
  };
  const seen = word => everyday(word) || any.has(plainKey(word)) || any.has(plainKey(word).replace(/'?s$/, ''));
  return { everyday, seen };
};

/** Whether a name of several words begins like a person's: a given name, then a word. */
export const likePerson = name => {
  const [first, ...rest] = name.split(' ');
  const tags = [lexicon[plainKey(first ?? '')] ?? []].flat();
  return rest.length === 1 && tags.some(tag => /FirstName|MaleName|FemaleName/.test(tag));
};
