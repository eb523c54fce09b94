import type { DateEvent } from '#domain/vocabulary.ts';
import { organisationRow } from '../../entities.ts';
import type { DateMention, Reading, Sentence } from '../../types.ts';
import { type Cue, cuesIn } from './lexicon.ts';

/** Events of one sort are told alike: what holds of one says something of the others. */
const SORT: Partial<Record<DateEvent, string>> = {
  attack: 'befell',
  intrusion: 'befell',
  discovered: 'learned',
  'data-theft-confirmed': 'told',
  disclosed: 'told',
  claimed: 'boast',
  leaked: 'boast',
  'service-suspended': 'service',
  'service-restored': 'service',
  arrest: 'law',
  court: 'law',
  results: 'told',
};

/** UTF-16 units; a cue further off is as far as any. */
const FARTHEST = 160;
const STEPS = [8, 20, 40, 75, FARTHEST] as const;
const FARS = ['beside', 'near', 'mid', 'far', 'farther'] as const;

const farness = (gap: number): string => FARS[STEPS.findIndex(step => gap < step)] ?? 'farther';

const CLAUSE =
  /;|:| - | but | while | whereas | although | though |, and |, which | who | when | where | after | before | following | because | since | and (?:\w+ly )?(?:has|was|is|had|\w+ed) |, (?:forcing|leading|causing|prompting|resulting|leaving) /;
const THAT = / that /;
const LEAD =
  /\b(as early as|as far back as|starting|beginning|between|from|since|until|till|by|before|after|following|prior to|as of|on or around|on or about|around|during|over|in|on|at|of|for|to|and|late|early|earlier|that|through)(?: on| in| the)? $/;
const OWN_NOUN =
  /^(?:'s)? (?:[a-z]+[a-z-]* ){0,3}?(?:(breach|hack|intrusion|leak|theft)|(attack|cyber ?-?attack|incident|hacking|outage)|(statement|filing|notice|letter|announcement|notification|release|report|post|update))\b/;
const GOES_ON = /^,? (?:and|to|until|through|-) (?=\d|the \d|(?:early|mid|late|[a-z]{3,9} \d))/;
const DATA_GONE =
  /\b(?:data|information|details|records|files)\b(?: [\w"-]+){0,8} (?:stolen|taken|exfiltrated|accessed|acquired|obtained|copied|compromised|extracted|affected|exposed)\b|\bdata (?:exfiltration|theft)\b|\b(?:stole|stolen|took|taken|exfiltrated|copied|compromised|exposed)\b(?: [\w"-]+){0,10} (?:data|information|details|records)\b/;
const TROUBLE =
  /\b(?:attack|cyber|hack|breach|exposed|access|suspicious|unusual|unauthori|outage|incident|intrusion|ransomware|security issue|stolen|virus|infection|malware|leak)/;
const ELSE =
  /\b(?:settlement|arrests?|charges|fined?|penalty|results|sanctions|vulnerabilit|patch|store|sale|acqui(?:re|sition)|partnership|bankruptcy)\b/;
const OF_PEOPLE =
  /\b(?:customers?|shoppers|people|users|employees|those|anyone)\b(?: (?:who|that))? (?:\w+ ){0,3}(?:shopped|bought|used|paid|made|placed|ordered|visited|registered|joined|worked|purchas\w+)/;

/** How the date is told: which of the words stand for it. */
const manner = (written: string): string => {
  if (/today|tonight|this (?:morning|afternoon|evening)/.test(written)) return 'today';
  if (/yesterday|last night/.test(written)) return 'yesterday';
  if (/weekend/.test(written)) return 'weekend';
  if (/week/.test(written)) return 'week';
  if (/\bmonth/.test(written)) return 'month-off';
  if (/ago|later|earlier|prior|after|before|same|that/.test(written)) return 'counted';
  if (/(?:19|20)\d\d/.test(written)) return /[a-z]/.test(written) ? 'full' : 'year';
  if (/\d/.test(written)) return 'day-of-month';
  return /day\b/.test(written) ? 'weekday' : 'month';
};

const AGES = [1.5, 8, 35, 210, 800] as const;
const AGED = ['days', 'week', 'weeks', 'months', 'year'] as const;

const ageOf = (edtf: string, publishedDay: string | undefined): string => {
  if (publishedDay === undefined) return 'unknown';
  const bare = edtf.replace('~', '');
  const days = (Date.parse(publishedDay) - Date.parse(bare.length === 7 ? `${bare}-15` : bare)) / 86_400_000;
  if (days < -2) return 'ahead';
  return AGED[AGES.findIndex(age => days < age)] ?? 'years';
};

/** Whose doing the words before a cue make it: the last name or noun of a firm before it. */
const subjectOf = (reading: Reading, sentence: Sentence, letters: string, cue: Cue): string => {
  const at = sentence.start + cue.start;
  const last = reading.mentions.filter(({ sentence: index, end }) => index === sentence.index && end <= at).at(-1);
  const named = last !== undefined && at - last.end < 50 ? last : undefined;
  const between = letters.slice(Math.max(0, (named?.end ?? at - 50) - sentence.start), cue.start);
  const said =
    /\b(it|we|they|company|firm|retailer|chain|grocer|store|brand|giant|hackers?|attackers?|gang|group|actors?|police|researchers?|media)\b[^,;]{0,30}$/.exec(
      between,
    )?.[1];
  if (said !== undefined) {
    if (/hack|attack|gang|actor/.test(said)) return 'actor';
    if (/police|research|media/.test(said)) return 'other';
    return said === 'group' ? 'group' : 'firm';
  }
  if (named === undefined) return cue.start < 12 ? 'first' : 'none';
  if (named.kind === 'actor') return 'actor';
  if (reading.incidents.some(({ victim }) => victim === named.id)) return 'victim';
  if (named.kind === 'retailer') return 'shop';
  return organisationRow(named.id)?.kind ?? 'organisation';
};

/** A place of a date beside the words of an event. */
interface Beside {
  readonly cue: Cue;
  readonly side: 'before' | 'after';
  readonly gap: number;
  readonly between: string;
}

const besideOf = (letters: string, date: { readonly start: number; readonly end: number }, cue: Cue): Beside[] => {
  if (cue.end <= date.start) {
    const between = letters.slice(cue.end, date.start);
    return [{ cue, side: 'before', gap: between.length, between }];
  }
  if (cue.start < date.end) return [];
  const between = letters.slice(date.end, cue.start);
  return [{ cue, side: 'after', gap: between.length, between }];
};

/** Nearer words weigh more; a break between is as good as some way off. */
const cost = ({ gap, between, side }: Beside): number =>
  gap + (CLAUSE.test(` ${between} `) ? 60 : 0) + (between.includes(',') ? 12 : 0) + (side === 'after' ? 4 : 0);

/** An event that a date may be that of, and what speaks for and against it. */
export interface Candidate {
  readonly what: DateEvent;
  readonly cue: Cue;
  /** Names of what holds; `weights.data.json` says what each is worth. */
  readonly features: readonly string[];
}

/** What holds of a date whatever the event. */
const ofDate = (reading: Reading, sentence: Sentence, mention: DateMention): readonly string[] => {
  const letters = sentence.letters;
  const [start, end] = [mention.start - sentence.start, mention.end - sentence.start];
  const before = letters.slice(Math.max(0, start - 60), start);
  const after = letters.slice(end, end + 60);
  const dates = reading.datesIn(sentence);
  const noun = OWN_NOUN.exec(after);
  return [
    `lead:${LEAD.exec(before)?.[1] ?? (start < 16 ? 'opening' : 'none')}`,
    `manner:${manner(letters.slice(start, end))}`,
    `age:${ageOf(mention.date.edtf, sentence.block.noted ?? reading.publishedDay)}`,
    start < 24 ? 'opening' : 'inside',
    ...(noun && !/\b(?:on|by|since|until) $/.test(before)
      ? [`noun:${noun[1] ? 'breach' : noun[2] ? 'attack' : 'paper'}`]
      : []),
    ...(/\b(?:between|from) $/.test(before) && GOES_ON.test(after) ? ['stretch'] : []),
    ...(/\b(?:between|from)\b[^.;]{4,24} (?:and|to|until|through|-) $/.test(before) ? ['end-of-stretch'] : []),
    ...(dates.length > 1 ? ['others'] : []),
    ...(dates.length > 1 && dates[0] !== mention ? ['not-first'] : []),
    ...(DATA_GONE.test(letters) ? ['data-gone'] : []),
    ...(TROUBLE.test(letters) ? [] : ['no-trouble']),
    ...(ELSE.test(letters) ? ['else'] : []),
    ...(OF_PEOPLE.test(letters) ? ['of-people'] : []),
    sentence.block.kind === 'paragraph' ? 'paragraph' : `block:${sentence.block.kind}`,
    sentence.blockIndex < 4 ? 'lead-of-article' : 'body',
  ];
};

const ofPair = (reading: Reading, sentence: Sentence, own: Beside, all: readonly Beside[]): readonly string[] => {
  const { cue, side, gap, between } = own;
  const scope = reading.scopeAt(sentence, sentence.start + cue.start, sentence.start + cue.end);
  const nearest = all[0];
  const others = all.filter(other => other.side === side && other.gap < gap && other.cue.family !== cue.family);
  return [
    `${side}:${farness(gap)}`,
    `${cue.family}:${side}`,
    ...(CLAUSE.test(` ${between} `) ? [`${side}:clause`] : []),
    ...(THAT.test(` ${between} `) ? [`${side}:that`] : []),
    ...(between.includes(',') ? [`${side}:comma`] : []),
    ...(nearest?.cue === cue ? ['nearest'] : [`nearer:${nearest?.cue.family ?? ''}:${nearest?.side ?? ''}`]),
    ...[...new Set(others.map(other => `within:${other.cue.family}`))],
    ...(all.findIndex(other => other.cue === cue) > 2 ? ['many-nearer'] : []),
    `subject:${subjectOf(reading, sentence, sentence.letters, cue)}`,
    ...(scope.negated ? ['negated'] : []),
    ...(scope.conditional ? ['conditional'] : []),
    ...(scope.hedged ? ['hedged'] : []),
  ];
};

/** Words of telling, and words of what befell somebody: the first govern the second. */
const GOVERNING: ReadonlySet<string> = new Set([
  'tells',
  'says',
  'notifies',
  'claims',
  'discovered',
  'aware',
  'identified',
  'determined',
]);
const NOUNS: ReadonlySet<string> = new Set(['attack', 'malware', 'incident', 'breach', 'paper', 'site']);

const nearness = (gap: number): string => `${Math.min(5, Math.floor(Math.log2(1 + gap / 6)))}`;

/** The readings of a date: each event by each of the words that may tell of it, and that it is none of them. */
export const readingsOf = (
  reading: Reading,
  sentence: Sentence,
  mention: DateMention,
  ruled?: string,
): { readonly candidates: readonly Candidate[]; readonly none: readonly string[] } => {
  const letters = sentence.letters;
  const date = { start: mention.start - sentence.start, end: mention.end - sentence.start };
  const all = cuesIn(letters)
    .flatMap(cue => besideOf(letters, date, cue))
    .filter(({ gap }) => gap < FARTHEST)
    .sort((a, b) => cost(a) - cost(b));
  const told = ofDate(reading, sentence, mention);
  const dates = reading.datesIn(sentence).map(d => ({ start: d.start - sentence.start, end: d.end - sentence.start }));
  const short = told.filter(one =>
    /^(?:manner|lead|age|noun|opening|inside|stretch|end-of|of-people|no-trouble|else|data-gone)/.test(one),
  );
  const candidates = all.slice(0, 8).flatMap((own, rank) => {
    const { cue, side, gap, between } = own;
    const scope = reading.scopeAt(sentence, sentence.start + cue.start, sentence.start + cue.end);
    const [lo, hi] = side === 'before' ? [cue.end, date.start] : [date.end, cue.start];
    const inside = all.filter(o => o.cue !== cue && o.cue.start >= lo && o.cue.end <= hi);
    const gov = inside.filter(o => GOVERNING.has(o.cue.family)).length;
    const ownNoun =
      NOUNS.has(cue.family) && side === 'after' && gap < 30 && !/[,.;]| (?:that|the|a|an|was|to|on|of) /.test(between);
    const pos = `${side}`;
    const clause = CLAUSE.test(` ${between} `);
    const shared = [
      `near:${nearness(gap)}`,
      `near:${pos}:${nearness(gap)}`,
      `rank:${Math.min(rank, 4)}`,
      ...(clause ? [`${pos}:clause`] : []),
      ...(THAT.test(` ${between} `) ? [`${pos}:that`] : []),
      ...(between.includes(',') ? [`${pos}:comma`] : []),
      ...(dates.some(d => d.start >= lo && d.end <= hi && d.start !== date.start) ? ['date-between'] : []),
      `gov:${Math.min(gov, 2)}`,
      `inside:${Math.min(inside.length, 3)}`,
      ...(ownNoun ? ['own-noun'] : []),
      `${cue.family}:${pos}`,
      ...(scope.negated ? ['negated'] : []),
      ...(scope.conditional ? ['conditional'] : []),
      ...(scope.hedged ? ['hedged'] : []),
    ];
    const subject = subjectOf(reading, sentence, letters, cue);
    return cue.tells.flatMap(what => {
      const sort = SORT[what];
      if (sort === undefined) return [];
      return [
        {
          what,
          cue,
          features: [
            `is:${what}`,
            `${cue.family}=${what}`,
            ...shared,
            ...short.map(one => `${sort} ${one}`),
            ...(ownNoun ? [`own-noun ${what}`] : []),
            ...(clause ? [`${sort} clause`] : []),
            `${sort} near:${nearness(gap)}`,
            `${cue.family}=${what} ${pos}`,
            `${sort} subject:${subject}`,
            `${what} subject:${subject}`,
            `${sort} gov:${Math.min(gov, 2)}`,
            ...(/^(?:manner|data-gone|stretch)/.test('')
              ? []
              : told.filter(one => /^(?:manner|data-gone|stretch|lead)/.test(one)).map(one => `${what} ${one}`)),
            ...(ruled === what
              ? ['ruled', `ruled ${what}`]
              : ruled !== undefined
                ? [`${what} though ${ruled}`]
                : ['unruled', `unruled ${sort}`]),
          ],
        },
      ];
    });
  });
  return {
    candidates,
    none: [
      'none',
      ...told.map(one => `none ${one}`),
      ...(all[0] ? [`none nearest:${all[0].cue.family}`, `none near:${nearness(all[0].gap)}`] : []),
      ...(ruled === undefined ? ['none unruled'] : [`none though ruled`, `none though ${ruled}`]),
    ],
  };
};

/** Those that tell a class apart from its like: kept under its own name as well as that of its sort. */
const TELLING =
  /^(?:manner|age|noun|stretch|data-gone|nearest|nearer|within|subject|block|lead|[a-z]+:(?:before|after)$)/;

/** The events that a date of a sentence may be that of, by the words of the sentence. */
export const candidatesAt = (reading: Reading, sentence: Sentence, mention: DateMention): readonly Candidate[] => {
  const letters = sentence.letters;
  const date = { start: mention.start - sentence.start, end: mention.end - sentence.start };
  const all = cuesIn(letters)
    .flatMap(cue => besideOf(letters, date, cue))
    .filter(({ gap }) => gap < FARTHEST)
    .sort((a, b) => cost(a) - cost(b));
  if (all.length === 0) return [];
  const told = ofDate(reading, sentence, mention);
  const events = new Set(all.flatMap(({ cue }) => cue.tells));
  return [...events].flatMap(what => {
    const own = all.find(({ cue }) => cue.tells.includes(what));
    const sort = SORT[what];
    if (own === undefined || sort === undefined) return [];
    const holds = [...told, ...ofPair(reading, sentence, own, all)];
    return [
      {
        what,
        cue: own.cue,
        features: [
          what,
          ...holds.map(one => `${sort} ${one}`),
          ...holds.filter(one => TELLING.test(one)).map(one => `${what} ${one}`),
        ],
      },
    ];
  });
};
