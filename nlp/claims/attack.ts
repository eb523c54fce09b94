import type { AttackClaim } from '#domain/claim.ts';
import type { AttackType, Certainty } from '#domain/vocabulary.ts';
import { organisationRow } from '../entities.ts';
import { among, gated } from '../gate/index.ts';
import { plain } from '../scope/plain.ts';
import type { Extractor, Reading, Sentence } from '../types.ts';
import { DEEDS } from './attack/deeds.ts';
import { ATTACK_KINDS, type AttackKind, UNSPECIFIED } from './attack/kinds.ts';
import { disputedAt, noFactAt } from './attack/no-fact.ts';
import { tacticsIn } from './attack/tactics.ts';
import { clauseQuote } from './clause.ts';

const RULE = 'attack/said-of-victim';
const DEED = 'attack/told-by-deed';

const speculation =
  /\b(?:speculat\w+|conjecture|suggest\w*|hint\w*|consistent with|hallmarks?|likely|suspect\w*|fingers|believed|appears?|possibl[ey]|rumou?r\w*|unconfirmed|apparent\w*)\b/;

const certaintyOf = (reading: Reading, sentence: Sentence, text: string, start: number, end: number): Certainty => {
  const from = start - sentence.start;
  const near = text.slice(Math.max(0, from - 60), end - sentence.start + 40);
  return speculation.test(near) &&
    /\b(?:conjecture|speculat\w+|consistent with|hallmarks?|fingers|rumou?r\w*)\b/.test(near)
    ? 'possible'
    : reading.certaintyAt(sentence, start, end);
};

const claim = (
  reading: Reading,
  sentence: Sentence,
  type: AttackType,
  incident: number,
  span: readonly [number, number],
  certainty: Certainty,
  rule = RULE,
  confidence = 0.8,
): AttackClaim => ({
  kind: 'attack',
  incident,
  value: { type },
  certainty,
  ...reading.attributionAt(sentence, span[0], span[1]),
  ...(sentence.block.noted === undefined ? {} : { noted: sentence.block.noted }),
  ...clauseQuote(reading, sentence, span[0], span[1]),
  rule,
  confidence: certainty === 'possible' ? 0.6 : confidence,
});

/** Talk of many, without a word that points at the victim, is about the world and not about the incident. */
const WORLD = gated(
  /\b(?:sectors?|industr(?:y|ies)|organi[sz]ations|companies|businesses|enterprises|entities|firms)\b/,
);
const POINTS = gated(
  /\b(?:the (?:[a-z'-]+ ){0,3}?(?:company|retailer|firm|chain|store|brand|group|supermarket|attack|incident|breach|hack|stolen|intrusion|hackers|attackers)|its|their (?:systems|network|data)|we|our|these|this|multinational corporations)\b/,
);

const ofTheWorld = (reading: Reading, sentence: Sentence, text: string): boolean =>
  WORLD.test(text) &&
  !POINTS.test(text) &&
  !reading.mentions.some(({ sentence: index, kind }) => index === sentence.index && kind === 'retailer');

/** The object of the attack, right after it: "a ransomware attack on MGM". */
const UPON =
  /^ ?(?:attacks?|breach(?:es)?|incidents?|hacks?)? ?(?:on|at|against|targeting|that (?:hit|struck)) (?:[a-z-]+ ){0,4}$/;

/** Whether the span is said of a firm outside retail that supplies nobody. */
const onAnother = (reading: Reading, sentence: Sentence, end: number): boolean =>
  reading.mentions.some(
    mention =>
      mention.sentence === sentence.index &&
      mention.kind === 'organisation' &&
      mention.start >= end &&
      organisationRow(mention.id)?.kind !== 'supplier' &&
      UPON.test(plain(sentence.text.slice(end - sentence.start, mention.start - sentence.start))),
  );

/** A denial stands right before the type; a negation further off denies something else. */
const DENIED_BEFORE =
  /\b(?:no|not|without|nor|never|neither|or|n't|(?:rules?|ruled) out) (?:(?:a|an|any|involv\w+|evidence|signs?|of|sophisticated|caused|by|due|to|the|result|related) ){0,4}$/;

const readKind = (reading: Reading, sentence: Sentence, text: string, kind: AttackKind): readonly AttackClaim[] => {
  if (ofTheWorld(reading, sentence, text)) return [];
  if (kind.unless?.test(text) || (kind.needs && !kind.needs.test(text))) return [];
  return kind.says.all(text).flatMap(match => {
    const start = sentence.start + match.index;
    const end = start + match[0].length;
    const told = kind.head ? start + Math.max(match[0].search(/[ ,]/), 3) : end;
    const scope = reading.scopeAt(sentence, start, told);
    if (scope.conditional || scope.generic) return [];
    if (
      noFactAt(text, match.index, match.index + match[0].length, sentence.block.kind === 'headline') ||
      onAnother(reading, sentence, end)
    )
      return [];
    const disputed = disputedAt(text, match.index);
    const direct = /^(?:no|without|or|nor|and) /.test(match[0]) || DENIED_BEFORE.test(text.slice(0, match.index));
    const negated = disputed || scope.negated || /^(?:no|without) /.test(match[0]);
    if (negated && !disputed && !(kind.deniable && direct)) return [];
    const certainty = negated ? 'denied' : certaintyOf(reading, sentence, text, start, told);
    return reading
      .incidentsAt(sentence, start, end)
      .map(incident => claim(reading, sentence, kind.type, incident, [start, end], certainty, kind.head ? DEED : RULE));
  });
};

/** How the gang of an incident extorts, as told of it right after its name. */
const byTactic = (reading: Reading, sentence: Sentence): readonly AttackClaim[] =>
  tacticsIn(reading, sentence).flatMap(({ start, end, incidents }) => {
    const scope = reading.scopeAt(sentence, start, end);
    if (scope.conditional || scope.negated) return [];
    return incidents.map(incident =>
      claim(reading, sentence, 'double-extortion', incident, [start, end], reading.certaintyAt(sentence, start, end)),
    );
  });

/** What was done or tried: it says more than any noun. */
const DOING = /^(?:unauthori[sz]ed|attempt|infiltrat)/;
/** "The incident", "its attack": pointed back at, it was told before. */
const POINTED_AT = /\b(?:the|this|that|these|those|its|their|our|such) (?:[\w-]+ ){0,2}$/;

/** How well a bare word for the incident tells of it: by the deed, as news, or pointing back. */
const tellingOf = (text: string, word: string, at: number): number => {
  if (DOING.test(word)) return 0.85;
  return word.startsWith('the ') || POINTED_AT.test(text.slice(Math.max(0, at - LOOK_BACK), at)) ? 0.75 : 0.8;
};
/** UTF-16 units before a word in which its article stands. */
const LOOK_BACK = 40;

/** A bare word for the incident, for each local incident that nothing more precise is said of. */
const unspecified = (reading: Reading, known: ReadonlySet<number>): readonly AttackClaim[] =>
  reading.sentences.flatMap(sentence =>
    UNSPECIFIED.all(sentence.letters).flatMap(match => {
      const start = sentence.start + match.index;
      const end = start + match[0].length;
      const scope = reading.scopeAt(sentence, start, end);
      if (scope.conditional || scope.generic || scope.negated) return [];
      return reading
        .incidentsAt(sentence, start, end)
        .filter(incident => !known.has(incident))
        .map(incident =>
          claim(
            reading,
            sentence,
            'unspecified',
            incident,
            [start, end],
            reading.certaintyAt(sentence, start, end),
            RULE,
            tellingOf(sentence.letters, match[0], match.index),
          ),
        );
    }),
  );

/** Types that only tell how another one works: not counted beside it. */
const PARTS: Readonly<Partial<Record<AttackType, readonly AttackType[]>>> = {
  'stolen-credentials': ['credential-stuffing'],
  malware: ['pos-malware', 'web-skimming'],
};

/** The kinds that a sentence may tell of. */
const kindsIn = among([...ATTACK_KINDS, ...DEEDS], ({ says }) => says);

/** What kind of attack it was: every type said of a victim, and `unspecified` only where nothing more precise is said. */
export const attackClaims: Extractor<AttackClaim> = reading => {
  const read = reading.sentences.flatMap(sentence => {
    const text = sentence.letters;
    return kindsIn(text).flatMap(kind =>
      readKind(reading, sentence, text, kind).map(found => ({ found, beside: kind.beside })),
    );
  });
  const types = new Map<number, Set<AttackType>>();
  for (const { found } of read)
    if (found.certainty !== 'denied')
      types.set(found.incident, (types.get(found.incident) ?? new Set()).add(found.value.type));
  const kept = read
    .filter(({ found: { value, incident }, beside }) => {
      const others = types.get(incident);
      return !(beside && others?.has('ransomware')) && !PARTS[value.type]?.some(whole => others?.has(whole));
    })
    .map(({ found }) => found);
  const known = new Set(kept.filter(({ certainty }) => certainty !== 'denied').map(({ incident }) => incident));
  return [
    ...kept,
    ...reading.sentences.flatMap(sentence => byTactic(reading, sentence)),
    ...unspecified(reading, known),
  ];
};
