import { describedRetailers } from './described.ts';
import { describedActors } from './described-actors.ts';
import { describedSuppliers } from './described-suppliers.ts';
import { actorRow, ENTITIES, type Entity } from './entities.ts';
import { nameWords } from './name-words.ts';
import { openRetailers } from './open-names/index.ts';
import { withOwners } from './owners.ts';
import { createTrie } from './trie.ts';
import type { Mention, Sentence, Token } from './types.ts';

/** A name as it stands in a sentence, before it is believed. */
interface Candidate {
  readonly entity: Entity;
  readonly sentence: Sentence;
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
}

const CAPITAL = /^\p{Lu}/u;
const RETAIL_WORD =
  /^(?:retail(?:er|ers|ing)?|stores?|shops?|shoppers?|customers?|chain|supermarkets?|grocer(?:y|s|ies)?|fashion|clothing|brands?|outlets?|branch(?:es)?|bookseller|discounter|jeweller|tills?|restaurants?|department|merchandise|e-?commerce|marketplace|checkout|loyalty|pharmacy|convenience|diy|plc|inc|corp|spokesperson|spokeswoman|spokesman|ceo|chief|boss|breach|cyberattack|hack)$/;
/** Words that may stand in capitals beside a name without being part of a longer one. */
const COMPANION =
  /^(?:ceo|cfo|cio|ciso|cto|chief|chair|chairman|boss|plc|inc|corp|ltd|llc|co|group|stores?|stock|shares|data|breach|cyber|cyberattack|hack|hackers|hit|says|warns|confirms|customers|retailer|uk|us|usa|the|at|for|and|in|on|of|to|from|by|with|as|a|an|after|how|why|what|when|while|is|was|it|but|if|profits?|sales|online|website|m&s|fined|sued|faces?|breached|hacked|attacked|targeted|admits?|confirm|discloses?|reveals?|reports?|suffers?|investigates?|restores?|resumes?|notifies|tells|employees?|workers?|staff|shoppers|accounts|cyber-?attack|ransomware)$/;
/** A name before or after which another thing is meant. */
const NEIGHBOUR_STOPS = /^(?:google|apple|sony|microsoft|step|generation|up|week|year|month|gen|day|time)$/;

const shape = (token: Token | undefined): boolean => token !== undefined && CAPITAL.test(token.text);

/** Whether most words of a headline start with a capital, so that capitals say nothing. */
const titleCase = (sentence: Sentence): boolean => {
  const words = sentence.tokens.filter(token => /^\p{L}{4,}/u.test(token.text));
  return words.length > 3 && words.filter(shape).length / words.length > 0.6;
};

const partOfLongerName = (candidate: Candidate): boolean => {
  const { tokens } = candidate.sentence;
  const before = tokens[candidate.first - 1];
  const after = tokens[candidate.last + 1];
  const joins = (token: Token | undefined): boolean =>
    shape(token) && !COMPANION.test(token?.norm ?? '') && !RETAIL_WORD.test(token?.norm ?? '');
  const adjacent = (token: Token | undefined): boolean => NEIGHBOUR_STOPS.test(token?.norm ?? '');
  const possessive = /['’]s?$/.test(tokens[candidate.last]?.text ?? '');
  return adjacent(before) || adjacent(after) || (joins(before) && candidate.first > 1) || (joins(after) && !possessive);
};

const nearRetail = (candidate: Candidate): boolean =>
  candidate.sentence.tokens
    .slice(Math.max(0, candidate.first - 8), candidate.last + 9)
    .some(token => RETAIL_WORD.test(token.norm));

/** Firms that write themselves in small letters, and that nobody takes for a word. */
const SMALL: ReadonlySet<string> = new Set(['adidas', 'asos', 'boohoo', 'boohooman', 'lululemon', 'iittala']);

/** Written in capitals as a name is, or as the gazetteer writes it where that has none (`eBay`). */
const writtenAsName = (candidate: Candidate): boolean => {
  const { sentence, first: at, last } = candidate;
  const first = sentence.tokens[at];
  // "The store" at the beginning of a sentence is no shop of that name
  if (first?.norm === 'the' && at < last) return shape(sentence.tokens[at + 1]);
  return (
    shape(first) ||
    SMALL.has(first?.text.replace(/['’]s?$/, '') ?? '') ||
    /^\p{N}/u.test(first?.text ?? '') ||
    (first?.text ?? '') === candidate.entity.written.split(/[\s.'’-]/)[0]
  );
};

/** "Hot Topic data breach": what follows makes it a firm, wherever it stands, unless an article or pronoun makes it a word. */
const BREACHED_AFTER =
  /^['’]?s? (?:data breach|breach|cyber ?-?attack|hack|customers|shoppers|stores?)\b|^ - [\d,.]+ breached accounts/i;
const WORD_BEFORE = /\b(?:the|a|an|your|our|their|its|my|next)\s$/i;

const beforeIncident = ({ sentence, start, end }: Candidate): boolean =>
  BREACHED_AFTER.test(sentence.text.slice(end - sentence.start)) &&
  !WORD_BEFORE.test(sentence.text.slice(0, start - sentence.start));

/** "former Target employees": nobody but a firm has them. */
const EMPLOYS =
  /^['’]?s? (?:employees?|staff|staffers|workers?|executives?|spokes\w+|management|shareholders|investors)\b/;
const employs = ({ sentence, first, end }: Candidate): boolean =>
  first > 0 && EMPLOYS.test(sentence.text.slice(end - sentence.start));

/** "the SafePay ransomware gang", "a group called Hades": the words right beside make it an actor. */
const ACTOR_AFTER =
  /^['’]?s? (?:ransomware|extortion|hacking|hackers?|cyber ?crime|threat|leak site|gang|affiliates?|operators?)\b/i;
const ACTOR_BEFORE =
  /\b(?:ransomware|gang|hackers|operation|strain|(?:group|gang|crew) (?:called|named|known as))\s['"‘“]?$/i;

const besideActorWord = ({ entity, sentence, start, end }: Candidate): boolean =>
  entity.kind === 'actor' &&
  (ACTOR_AFTER.test(sentence.text.slice(end - sentence.start)) ||
    ACTOR_BEFORE.test(sentence.text.slice(0, start - sentence.start)));

/** In one list with a name beyond doubt: "Optus, Woolworths and Medibank". */
const LIST_JOINT = /^,? ?(?:and |or |& )?$/;
const listedWith = (candidate: Candidate, sure: readonly Candidate[]): boolean =>
  candidate.first > 0 &&
  !partOfLongerName(candidate) &&
  sure.some(({ sentence, start, end }) => {
    if (sentence !== candidate.sentence) return false;
    const [from, to] = start >= candidate.end ? [candidate.end, start] : [end, candidate.start];
    return from < to && LIST_JOINT.test(sentence.text.slice(from - sentence.start, to - sentence.start));
  });

/** A name that is also a kind of firm: "a housing co-operative", "Alder Street Co-op". */
const KIND_OF_FIRM = /^(?:the )?co-?op(?:erative)?$/i;
const namesOne = (candidate: Candidate): boolean => {
  const before = candidate.sentence.tokens[candidate.first - 1];
  const joined = shape(before) && !COMPANION.test(before?.norm ?? '') && !titleCase(candidate.sentence);
  return writtenAsName(candidate) && (!joined || candidate.first <= 1);
};

/** An ambiguous name is believed where its capital means something and the words around speak of a shop. */
const believed = (candidate: Candidate): boolean => {
  if (KIND_OF_FIRM.test(candidate.entity.written) && !namesOne(candidate)) return false;
  if (!candidate.entity.ambiguous || beforeIncident(candidate) || besideActorWord(candidate)) return true;
  if (titleCase(candidate.sentence)) return false;
  if (partOfLongerName(candidate)) return false;
  if (employs(candidate)) return true;
  return (
    nearRetail(candidate) &&
    (candidate.first > 0 ||
      /['’]s$/.test(candidate.sentence.tokens[candidate.last]?.text ?? '') ||
      candidate.sentence.tokens.length > 4)
  );
};

/** So often an everyday word is no name by chance. */
const OFTEN = 3;
const SHOPPING =
  /\b(?:retailers?|stores?|shops?|shoppers?|customers?|supermarkets?|restaurants?|e-?commerce|online orders?|checkouts?)\b/;
/** Places, people and other firms have capitals too: of them often says nothing. */
const ALSO_OTHERS =
  /^(?:amazon|iceland|columbia|burlington|douglas|metro|saturn|patagonia|lakeland|casino|liberty|jared|leon|costa|kathmandu|eldorado|country-road|habitat|stadium|indigo|hudson-s-bay|sonic|wish|play|ripley|avon|oasis|apple|orange|maxima|continente|action)$/;
const ARTICLE_BEFORE = /^(?:the|a|an|this|that|his|her|your|our|my|next)$/;

/** Ambiguous names that an article on shopping uses as a name again and again: capitals inside sentences, no article. */
const usedAsNames = (candidates: readonly Candidate[], sentences: readonly Sentence[]): ReadonlySet<string> => {
  const counts = new Map<string, number>();
  for (const candidate of candidates)
    if (
      candidate.entity.kind === 'retailer' &&
      candidate.entity.ambiguous &&
      !ALSO_OTHERS.test(candidate.entity.id) &&
      candidate.first > 0 &&
      writtenAsName(candidate) &&
      !titleCase(candidate.sentence) &&
      !partOfLongerName(candidate) &&
      !ARTICLE_BEFORE.test(candidate.sentence.tokens[candidate.first - 1]?.norm ?? '')
    )
      counts.set(candidate.entity.id, (counts.get(candidate.entity.id) ?? 0) + 1);
  const often = [...counts].filter(([, count]) => count >= OFTEN).map(([id]) => id);
  return new Set(often.length > 0 && sentences.some(({ letters }) => SHOPPING.test(letters)) ? often : []);
};

const candidatesIn = (sentences: readonly Sentence[], trie = ENTITIES): readonly Candidate[] =>
  sentences.flatMap(sentence =>
    trie.matches(sentence.tokens).flatMap(match => {
      const first = sentence.tokens[match.first];
      const last = sentence.tokens[match.last];
      const entity = match.values[0];
      if (!first || !last || !entity) return [];
      const end = match.possessive ? last.end - (/['’]s$/i.test(last.text) ? 2 : 1) : last.end;
      return [{ entity, sentence, first: match.first, last: match.last, start: first.start, end }];
    }),
  );

const mentionOf = (candidate: Candidate, via: Mention['via']): Mention => ({
  kind: candidate.entity.kind,
  id: candidate.entity.id,
  name: candidate.entity.name,
  start: candidate.start,
  end: candidate.end,
  sentence: candidate.sentence.index,
  via,
});

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;

const bySentence = (mentions: readonly Mention[]): ReadonlyMap<number, readonly Mention[]> =>
  Map.groupBy(mentions, ({ sentence }) => sentence);

/** Every place where the names of described firms or actors stand, but for those that are known names. */
const placesOf = (
  sentences: readonly Sentence[],
  entities: readonly Entity[],
  taken: ReadonlyMap<number, readonly Mention[]>,
): readonly Mention[] => {
  if (entities.length === 0) return [];
  const trie = createTrie<Entity>();
  for (const entity of entities) trie.add(nameWords(entity.written), entity);
  return candidatesIn(sentences, trie)
    .filter(writtenAsName)
    .map(candidate => mentionOf(candidate, 'described'))
    .filter(mention => !(taken.get(mention.sentence) ?? []).some(other => overlaps(other, mention)));
};

const actorsDescribed = (sentences: readonly Sentence[], known: readonly Mention[]): readonly Mention[] => {
  const taken = bySentence(known);
  const found = describedActors(sentences, (sentence, start, end) =>
    (taken.get(sentence) ?? []).some(other => overlaps(other, { start, end })),
  );
  const entities = found.map(({ id, name }) => {
    const row = actorRow(id) ?? { slug: id, name, aliases: [], kind: 'group' as const };
    return { kind: 'actor' as const, id, name: row.name, written: name, ambiguous: false, row };
  });
  return placesOf(sentences, entities, taken);
};

const suppliersDescribed = (sentences: readonly Sentence[], known: readonly Mention[]): readonly Mention[] => {
  const entities = describedSuppliers(sentences, known).map(({ id, name }) => {
    const row = { slug: id, name, aliases: [], country: 'XX', kind: 'supplier' as const };
    return { kind: 'organisation' as const, id, name, written: name, ambiguous: false, row };
  });
  return placesOf(sentences, entities, bySentence(known));
};

const retailersDescribed = (sentences: readonly Sentence[], known: readonly Mention[]): readonly Mention[] => {
  const taken = bySentence(known);
  const actors = new Set(known.filter(({ kind }) => kind === 'actor').map(({ id }) => id));
  const open = openRetailers(sentences, known);
  const described = describedRetailers(
    sentences,
    spot => (taken.get(spot.sentence) ?? []).some(other => overlaps(other, spot)),
    open.length === 0,
  ).filter(({ id, names }) => !open.some(other => other.id === id || other.names.some(name => names.includes(name))));
  const found = [...open, ...described].filter(({ id }) => !actors.has(id));
  const entities = found.flatMap(({ id, name, names }) =>
    names.map(written => ({
      kind: 'retailer' as const,
      id,
      name,
      written,
      ambiguous: false,
      row: { slug: id, name, aliases: [], country: 'XX', kind: 'other' as const },
    })),
  );
  return placesOf(sentences, entities, taken);
};

/**
 * Retailers, organisations and actors named in the sentences, in order. A name without its capitals, or one that is also
 * a common word, counts only where the article elsewhere uses it beyond doubt. Retailers that no list has are found by
 * what the text says of them.
 */
export const mentionsIn = (sentences: readonly Sentence[]): readonly Mention[] => {
  const candidates = candidatesIn(sentences);
  const written = candidates.filter(writtenAsName);
  const beyondDoubt = written.filter(believed);
  const sure = new Set([
    ...[...beyondDoubt, ...written.filter(candidate => listedWith(candidate, beyondDoubt))].map(
      ({ entity }) => entity.id,
    ),
    ...usedAsNames(written, sentences),
  ]);
  const known = candidates
    .filter(({ entity }) => sure.has(entity.id))
    .filter(candidate => !KIND_OF_FIRM.test(candidate.entity.written) || namesOne(candidate))
    .filter(candidate => (candidate.entity.ambiguous ? writtenAsName(candidate) && !partOfLongerName(candidate) : true))
    .map(candidate => mentionOf(candidate, 'name'));
  const withActors = [...known, ...actorsDescribed(sentences, known)];
  const withSuppliers = [...withActors, ...suppliersDescribed(sentences, withActors)];
  const all = [...withSuppliers, ...retailersDescribed(sentences, withSuppliers)];
  return withOwners(
    sentences,
    all.toSorted((a, b) => a.start - b.start),
  );
};
