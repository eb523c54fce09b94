import { gated } from '../../gate/index.ts';
import { perText } from '../../gate/per-text.ts';
import { EVENT_CUES, type EventCue } from './events.ts';

const CUES = EVENT_CUES.map(cue => ({ cue, pattern: gated(new RegExp(`(?<![\\w-])(?:${cue.words})(?![\\w])`, 'g')) }));
const REACH = 75;
/** An attack or breach that is only named happened at a date that stands right beside it. */
const REACH_OF_NOUN = 36;
const REACH_OF_YEAR = 20;
const BREAK =
  /;| in connection with | over (?:the|an?|his|her|their) | for (?:the|his|her|their) (?:breach|hack|attack|\w+ing\b)| timer | deadline | related to | as part of | (?:statement|filing|notice|said|confirmed|revealed|disclosed) that (?=on |in |at |between )| but | while | whereas | although |, and | after | before | following | and (?:\w+ly )?(?:has|was|is|had|\w+ed) |, (?:forcing|leading|causing|prompting|resulting|leaving) /;

/** Words of an event in a plain sentence. */
export interface FoundCue {
  readonly cue: EventCue;
  readonly start: number;
  readonly end: number;
}

const cuesIn = perText((letters): readonly FoundCue[] =>
  CUES.flatMap(({ cue, pattern }) =>
    !pattern.mayMatch(letters) || cue.unless?.test(letters)
      ? []
      : pattern
          .all(letters)
          .map(match => ({ cue, start: match.index, end: match.index + match[0].length }))
          .filter(({ start, end }) => cue.beside?.test(letters.slice(Math.max(0, start - 110), end + 260)) ?? true),
  ),
);

/** "…, it said Monday", "on Tuesday to say that …": the date is of the saying. */
const SAID_BESIDE = /,["']? (?:it|he|she|they|the \w+) (?:said|told|added)\b/;

const TELLING: ReadonlySet<string> = new Set(['disclosed', 'discovered', 'data-theft-confirmed']);
const THAT_ON = /\bthat,? (?:on|in|at|between|over|during|around|as early as) $|\b(?:from|dating to) $/;

/** "Said that on May 7 …": the date is of what is told, not of the telling. */
const isOfWhatIsTold = (letters: string, date: { start: number }, cue: EventCue): boolean =>
  TELLING.has(cue.what) && THAT_ON.test(letters.slice(Math.max(0, date.start - 24), date.start));

const isSaying = (gap: string, after: boolean, cue: EventCue): boolean =>
  gap === ' and ' ||
  (!TELLING.has(cue.what) &&
    !cue.what.startsWith('service') &&
    (SAID_BESIDE.test(gap) || (after && / that /.test(`${gap} `))));

/** How far the words stand from the date: the gap, more across a clause boundary, less for telling words. */
const distance = (letters: string, date: { start: number; end: number }, { cue, start, end }: FoundCue): number => {
  const gap = start >= date.end ? letters.slice(date.end, start) : letters.slice(end, date.start);
  const opening =
    (date.start < 16 || THAT_ON.test(letters.slice(Math.max(0, date.start - 24), date.start))) && start >= date.end;
  const crossing =
    BREAK.test(gap) ||
    (start < date.start && isOfWhatIsTold(letters, date, cue)) ||
    isSaying(gap, start >= date.end, cue)
      ? 80
      : !opening && /,/.test(gap)
        ? 15
        : 0;
  return gap.length + crossing - (cue.weight ?? 0);
};

/** "since", "before", "as of" a date: it bounds a time and is not the day on which it happened. */
const BOUND =
  /\b(?:since|as of|before|prior to|until|till|by|after|following|ending|ended|for the year(?: to)?|due|redeemable) (?:at least |early |late )?$/;

/** "Claimed responsibility for the attack on 2 May": the date is the claim's. */
const CREDIT = /^(?:claim\w*|took|taken|takes) (?:responsibility|credit) for [^.,;]{0,40}$/;

/** "Revealed a breach last week", "confirmed it was targeted in an attack on 1 May": the date is the disclosure's. */
const disclosing = (
  letters: string,
  nearest: FoundCue,
  near: readonly { readonly found: FoundCue }[],
): FoundCue | undefined => {
  if (nearest.cue.what !== 'intrusion' && nearest.cue.what !== 'attack') return undefined;
  if (
    /(?:ed|struck|hit)$|\b(?:gain|had|obtain|maintain|secur)\w* .*access$/.test(
      letters.slice(nearest.start, nearest.end),
    )
  )
    return undefined;
  const credited = cuesIn(letters).find(
    ({ cue, start, end }) =>
      cue.what === 'claimed' && end <= nearest.start && CREDIT.test(letters.slice(start, nearest.start)),
  );
  if (credited !== undefined) return credited;
  return near
    .map(({ found }) => found)
    .find(
      ({ cue, start, end }) =>
        (cue.what === 'disclosed' || cue.what === 'discovered') &&
        !letters.slice(start, end).endsWith('that') &&
        end <= nearest.start &&
        nearest.start - end < 60 &&
        !/ that |,|;|\d/.test(letters.slice(end, nearest.start)),
    );
};

const reachOf = (letters: string, { cue, start, end }: FoundCue, yearOnly: boolean, opening: boolean): number => {
  if (opening) return REACH;
  if (yearOnly) return REACH_OF_YEAR;
  const named =
    (cue.what === 'attack' || cue.what === 'intrusion') &&
    !/(?:ed|struck|hit|access)$|^\w+ed (?:or|certain|some|its|the|our|without)|^(?:stole|retrieved|exploited)$/.test(
      letters.slice(start, end),
    );
  return named ? REACH_OF_NOUN : REACH;
};

const ACCESS =
  /\b(?:access\w*|cop(?:y|ied)|download\w*|collect\w*|stole\w*|skimm\w*|intru\w+|unauthori[sz]ed|breach\w*|malware|exfiltrat\w*|acquired|hack\w*|infiltrat\w*|harvest\w*|expos\w*|compromis\w*)\b/;
const FROM = /\b(between|from) $/;
const AND_TO =
  /^(?:,? \d{4})?,? (?:and|to|until|through|-) (?=\d|the \d|(?:at least |about |around )?(?:early|mid|late|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|today|yesterday|this|last))/;
/** "Retrieved data starting on or around 25 November". */
const STARTING =
  /\b(?:starting|beginning|commencing|as early as|as far back as|dating back to|since(?: at least)?)(?:,? (?:on|in|from|or|around|about|approximately))* $/;
/** "Threatened to publish it as early as Thursday": what may come. */
const THREATENED =
  /\b(?:threat\w*|will|would|could|may|might|plan\w*|vow\w*|to) (?:[\w'-]+ ){0,3}(?:publish|leak|release|sell|post|dump|expose|published|leaked|released|sold|posted|dumped|made public)\b[^.;]*$/;
/** What customers did in that time. */
const OF_CUSTOMERS =
  /\b(?:exposed(?: online)?|filled|worked|employed|hired|enrolled|placed|made|ordered|used|shopped|bought|purchased|paid|results?|visited|joined|registered|quarter|period)\b(?: [\w']+){0,6} (?:between|from) $/;
/** Orders made in that time. */
const OF_ORDERS =
  /\b(?:orders?|purchases?|transactions?|bookings?|payments?|customers?|shoppers|accounts?|people)\b(?: [\w']+){0,3} (?:made|placed|ordered|shopped|bought|purchased|paid|registered|created|opened|completed)\b(?: [\w']+){0,6} (?:between|from) $/;
/** "Attacks that hit at least eight companies between …": a gang's career. */
const OF_MANY_FIRMS = /\b(?:companies|organi[sz]ations|businesses|victims|firms|networks) (?:between|from) $/;
const END_OF_STRETCH = /\b(?:between|from)\b[^.;]{4,24} (?:and|to|until|through) $/;

/** "Between 3 April and 9 April somebody copied …": the intrusion began on the first; the second is its end. */
const ofStretch = (letters: string, date: { start: number; end: number }): FoundCue | 'end' | undefined => {
  const before = letters.slice(Math.max(0, date.start - 80), date.start);
  const began = STARTING.exec(before);
  if (began !== null && THREATENED.test(before.slice(0, began.index))) return 'end';
  if (began !== null && ACCESS.test(before.slice(0, began.index)) && !OF_CUSTOMERS.test(before)) {
    const what = /\battacks?,? $/.test(before.slice(0, began.index)) ? 'attack' : 'intrusion';
    return { cue: { what, words: '' }, start: date.start, end: date.end };
  }
  if (END_OF_STRETCH.test(before)) return 'end';
  // "Between 2013 and 2014": too wide to be a beginning
  const years = /^\d{4}$/.test(letters.slice(date.start, date.end).trim());
  const stretches =
    AND_TO.test(letters.slice(date.end, date.end + 30)) ||
    /\d ?(?:-|and|to) ?\d/.test(letters.slice(date.start, date.end));
  if (!FROM.test(before) || !stretches) return undefined;
  if (OF_ORDERS.test(before)) return 'end';
  if (!ACCESS.test(letters) && !/\battacks? $/.test(before.replace(FROM, ''))) return undefined;
  if (/\battacks? $/.test(before.replace(FROM, '')))
    return { cue: { what: 'attack', words: '' }, start: date.start, end: date.end };
  if (years || OF_CUSTOMERS.test(before) || OF_MANY_FIRMS.test(before)) return 'end';
  return { cue: { what: 'intrusion', words: '' }, start: date.start, end: date.end };
};

/** "The 2018 hack", "a May 24 security incident": the noun that the date stands before. */
const PREMODIFIED =
  /^ (?:(?:cyber|ransomware|data|security|cyber-?security|supply[- ]chain|massive|major|serious|crippling|devastating|large|similar|[a-z]+-[a-z]+) ){0,2}(?:(breach|hack|intrusion|break-?in|heist)|(attack|cyber ?-?attack|incident|hacking))\b(?!s| notif)/;

/** "In a Monday filing", "its August 13 letter". */
const WRITING =
  /^ (?:[\w-]+ ){0,2}(?:filing|statement|press release|news release|release|notice|notification|announcement|blog post|update|letter|memo|disclosure)s?\b/;
const IN_WRITING = /\b(?:in|via|through|with) (?:an?|its|the|their|that) $/;

const premodified = (letters: string, date: { start: number; end: number }): FoundCue | undefined => {
  const writing = WRITING.exec(letters.slice(date.end, date.end + 60));
  if (writing !== null && IN_WRITING.test(letters.slice(Math.max(0, date.start - 16), date.start)))
    return { cue: { what: 'disclosed', words: '' }, start: date.end + 1, end: date.end + writing[0].length };
  const match = PREMODIFIED.exec(letters.slice(date.end, date.end + 60));
  if (match === null || /\b(?:on|by|since|until) $/.test(letters.slice(0, date.start))) return undefined;
  const what = match[1] === undefined ? 'attack' : 'intrusion';
  return { cue: { what, words: '' }, start: date.end + 1, end: date.end + match[0].length };
};

const SAYING_THEN = /\b(?:said|announced|revealed|disclosed|admitted|confirmed)(?: late| early)?(?: on)? $/;
const WHAT_IS_SAID = /^(?: (?:morning|afternoon|evening|night))?,? (?:that|it|its|the|an?|hackers|attackers|some)\b/;

/** "Said on Friday it had become aware of a breach": the first word, not the find. */
const FOUND_OUT =
  /^[^.;]{0,12} (?:it|they|he|she) (?:had |has |have )?(?:recently )?(?:be(?:come|came) aware|discovered|detected|learn(?:ed|t)|found out|identified)\b/;

const verbBefore = (letters: string, at: number): number => {
  const from = Math.max(0, at - 24);
  return from + Math.max(0, letters.slice(from, at).search(SAYING_THEN));
};

const ofFinding = (letters: string, date: { start: number; end: number }): FoundCue | undefined =>
  FOUND_OUT.test(letters.slice(date.end, date.end + 60))
    ? { cue: { what: 'disclosed', words: '' }, start: verbBefore(letters, date.start), end: date.start }
    : undefined;

/** "Said on 21 May it was alerted a few days before": the date between a saying and what is said is of the saying. */
const sayingThen = (letters: string, date: { start: number; end: number }): FoundCue | undefined =>
  SAYING_THEN.test(letters.slice(Math.max(0, date.start - 24), date.start)) &&
  WHAT_IS_SAID.test(letters.slice(date.end, date.end + 24))
    ? (cuesIn(letters).findLast(
        ({ cue, end }) => cue.what === 'disclosed' && end <= date.start && date.start - end < 12,
      ) ?? ofFinding(letters, date))
    : undefined;

/** The event whose words govern the date: the nearest in its clause, telling words before vague ones. */
export const eventAt = (
  letters: string,
  date: { start: number; end: number },
  yearOnly: boolean,
): FoundCue | undefined => {
  const bounded = BOUND.test(letters.slice(Math.max(0, date.start - 24), date.start));
  const since = /\b(?:since|as of|after|following) $/.test(letters.slice(Math.max(0, date.start - 24), date.start));
  const by = /\bby $/.test(letters.slice(0, date.start));
  // "two weeks after hackers broke in" dates what follows
  const counted = /\b(?:after|before|since|following)$/.test(letters.slice(date.start, date.end));
  const stretch = ofStretch(letters, date);
  if (stretch !== undefined) return stretch === 'end' ? undefined : stretch;
  const named = premodified(letters, date) ?? sayingThen(letters, date);
  if (named !== undefined) return named;
  const near = cuesIn(letters)
    .filter(({ start, end }) => (end <= date.start && !counted) || start >= date.end)
    .filter(
      ({ cue }) =>
        !bounded ||
        (cue.what === 'service-suspended' && since) ||
        (cue.what === 'service-restored' && by) ||
        (cue.what === 'disclosed' && /since/.test(letters)),
    )
    .map(found => ({ found, far: distance(letters, date, found) }))
    .filter(({ far, found }) => far < reachOf(letters, found, yearOnly, date.start < 16))
    .sort((a, b) => a.far - b.far);
  const nearest = near[0]?.found;
  return nearest && (disclosing(letters, nearest, near) ?? nearest);
};
