import { organisationRow, retailerRow } from '../entities.ts';
import { plain } from '../scope/plain.ts';
import type { Mention, Sentence } from '../types.ts';
import { INCIDENT_NOUN, type Relations, relationsIn } from './relations.ts';
import { GROUP, marksIn, type Part, type Skeleton, skeletonOf } from './skeleton.ts';

/** A firm that the article makes a victim. */
export interface Victim {
  readonly id: string;
  readonly name: string;
  readonly main: boolean;
}

/** Who is a victim in an article, and what each sentence says of them. */
export interface Cast {
  readonly victims: readonly Victim[];
  /** By sentence index. */
  readonly skeletons: readonly Skeleton[];
  readonly relations: readonly Relations[];
  /** Mention indexes (into the mentions given) that can be victims. */
  readonly candidates: ReadonlySet<number>;
  /** False where the article tells only of a weakness found: then nobody is a victim. */
  readonly open: boolean;
}

const LEAD_SENTENCES = 3;
const SHOP_OF =
  /^(?:['’]s?)?(?: [\p{L}-]+){0,3}? (?:online|web|e-?commerce|merch(?:andise)?|pro|fan|branded)[ -](?:store|shop|merch|merchandise)/iu;
const RETAIL_TALK = /\b(?:retailers?|grocer(?:y|s|ies)|supermarkets?|stores|shops|starbucks|shelves)\b/i;
const HIT_THROUGH =
  /\b(?:customers?|clients?|disrupt\w*|affected|struggl\w*|impact\w*|hit|rely|relies|feeling|shelves|outage)\b/i;
const CRIMINAL =
  /\b(?:attackers?|threat actors?|ransomware|cyber ?-?attacks?|stolen|stole|criminals?|crooks|malware|skimmers?|extort\w*|magecart|intruders?|exploited|dark web|unauthori[sz]ed (?:third|party|person|external|access)|data breach|in the wild|hacked|breached|gang)\b/;
const POSSIBLE_ONLY = /\b(?:could|would|may|might|can|potentially|if)\b[^.;]*/g;
const RESEARCHER =
  /\b(?:researchers?|white-?hat|bug bounty|bug|flaws?|vulnerabilit(?:y|ies)|security holes?|discovered by)\b/;
/** The victims only date another story. */
const PASSING = /^["']?(?:in the wake of|following|after|since|like|months after|weeks after)\b[^§]{0,80}§/;
const ROUNDUP = /\b(?:in other news|roundup|round-up|week in|news in brief|in brief)\b/;
const MANY =
  /\b(?:retailers|retail (?:chains|giants|sector|industry|organi[sz]ations|attacks|breaches)|stores|shops|brands|giants|firms|companies|and more|and others|multiple|wave|uk retail|breaching retail)\b/;

/** Whether the article tells of a weakness that somebody found, and of no abuse. */
const onlyResearch = (sentences: readonly Sentence[]): boolean => {
  const lead = sentences.slice(0, LEAD_SENTENCES + 2).map(sentence => plain(sentence.text));
  const head = lead.slice(0, LEAD_SENTENCES).join(' ');
  return (
    !ROUNDUP.test(head) &&
    RESEARCHER.test(head) &&
    !CRIMINAL.test(lead.map(text => text.replace(POSSIBLE_ONLY, '')).join(' '))
  );
};

/**
 * Tells whether a mention can be a victim: retailers; suppliers that stand in the lead of an article that tells of shops
 * hit through them; any firm where its online shop is spoken of.
 */
const candidateTest = (sentences: readonly Sentence[], mentions: readonly Mention[], text: string) => {
  const hitThrough = sentences.some(sentence => RETAIL_TALK.test(sentence.text) && HIT_THROUGH.test(sentence.text));
  const ids = new Set<string>();
  for (const mention of mentions) {
    if (mention.kind !== 'organisation') continue;
    const supplier =
      hitThrough && mention.sentence < LEAD_SENTENCES && organisationRow(mention.id)?.kind === 'supplier';
    if (supplier || SHOP_OF.test(text.slice(mention.end, mention.end + 60))) ids.add(mention.id);
  }
  return (mention: Mention): boolean => mention.kind === 'retailer' || ids.has(mention.id);
};

/** A supplier is the victim only of a story of its own: told in headline or lead, with no retailer as the headline's victim. */
const withoutBystanders = (victims: readonly Evidence[]): readonly Evidence[] => {
  const supplier = ({ id }: Evidence): boolean => organisationRow(id)?.kind === 'supplier';
  const retailerLeads = victims.some(victim => !supplier(victim) && victim.sentences[0] === 0);
  return victims.filter(
    victim => !supplier(victim) || (!retailerLeads && (victim.sentences[0] ?? LEAD_SENTENCES) < LEAD_SENTENCES),
  );
};

const HEADLINE_INCIDENT = new RegExp(`\\b(?:${INCIDENT_NOUN}|hack(?:ed|ers?)|breached|stolen|ransom|cyber)`);

interface Evidence {
  readonly id: string;
  readonly name: string;
  readonly sentences: number[];
  mentions: number;
}

const gather = (mentions: readonly Mention[], relations: readonly Relations[], candidates: ReadonlySet<number>) => {
  const evidence = new Map<string, Evidence>();
  for (const index of candidates) {
    const mention = mentions[index];
    if (!mention) continue;
    const known = evidence.get(mention.id) ?? { id: mention.id, name: mention.name, sentences: [], mentions: 0 };
    known.mentions++;
    if (relations[mention.sentence]?.victims.includes(index)) known.sentences.push(mention.sentence);
    evidence.set(mention.id, known);
  }
  return evidence;
};

/** A holding company is a victim only where none of its shops is one, or where the headline names it beside them. */
const withoutParents = (victims: readonly Evidence[]): readonly Evidence[] => {
  const parents = new Set(victims.map(({ id }) => retailerRow(id)?.parent));
  return victims.filter(
    ({ id, sentences }) => !parents.has(id) || (retailerRow(id)?.kind !== 'group' && sentences[0] === 0),
  );
};

const groupMates = (skeleton: string, ids: ReadonlySet<string>, mentions: readonly Mention[]): readonly string[] =>
  [...skeleton.matchAll(new RegExp(GROUP, 'g'))].flatMap(match => {
    const members = marksIn(match[0]).map(index => mentions[index]?.id ?? '');
    const known = members.some(id => ids.has(id) || [...ids].some(child => retailerRow(child)?.parent === id));
    return known ? members : [];
  });

/** The victims that the article is about: those of the headline, else those of the lead, else the one most spoken of. */
const mainOnes = (
  victims: readonly Evidence[],
  cast: Omit<Cast, 'victims'>,
  mentions: readonly Mention[],
  sentences: readonly Sentence[],
) => {
  const ids = new Set(victims.map(({ id }) => id));
  const headline = cast.skeletons[0]?.text ?? '';
  const inHeadline = victims.filter(({ sentences: at }) => at[0] === 0);
  const written = new Set(marksIn(headline).map(index => mentions[index]?.id ?? ''));
  const children = victims.filter(({ id }) => written.has(retailerRow(id)?.parent ?? '')).map(({ id }) => id);
  const named = new Set(
    (inHeadline.length > 0 ? inHeadline.map(({ id }) => id) : [...written, ...children]).filter(id => ids.has(id)),
  );
  const leadEnd = sentences.findIndex(({ block, index }) => index > 0 && block.kind === 'paragraph') + LEAD_SENTENCES;
  const many = MANY.test(headline);
  if (named.size > 0) {
    const mates =
      many || named.size > 1
        ? cast.skeletons.slice(1, leadEnd).flatMap(({ text }) => groupMates(text, named, mentions))
        : [];
    return new Set([...named, ...mates.filter(id => ids.has(id))]);
  }
  const passing = (index: number): boolean => PASSING.test(cast.skeletons[index]?.text ?? '');
  const lead = victims.filter(({ sentences: at }) => at.some(index => index <= leadEnd && !passing(index)));
  if (many)
    return new Set(
      victims.filter(({ sentences: at, mentions: count }) => at.length > 1 || count > 2).map(({ id }) => id),
    );
  const first = Math.min(...lead.flatMap(({ sentences: at }) => at).filter(index => !passing(index)));
  if (lead.length > 0) return new Set(lead.filter(({ sentences: at }) => at.includes(first)).map(({ id }) => id));
  const most = victims.toSorted((a, b) => b.sentences.length - a.sentences.length)[0];
  return new Set(most && most.sentences.length >= 2 && most.mentions * 4 > sentences.length ? [most.id] : []);
};

const SPEAKERS: ReadonlySet<string> = new Set([
  'media',
  'regulator',
  'law-enforcement',
  'government',
  'trade-body',
  'security-firm',
  'analyst',
  'insurer',
]);

const partInStory = (mention: Mention | undefined): Part => {
  if (mention?.kind === 'actor') return 'actor';
  return SPEAKERS.has(organisationRow(mention?.id ?? '')?.kind ?? '') ? 'speaker' : 'organisation';
};

/** Decides which of the firms named are victims, and which of them the article is about. */
export const castOf = (text: string, sentences: readonly Sentence[], mentions: readonly Mention[]): Cast => {
  const mayBeVictim = candidateTest(sentences, mentions, text);
  const candidates = new Set(mentions.flatMap((mention, index) => (mayBeVictim(mention) ? [index] : [])));
  const partOf = (index: number): Part => (candidates.has(index) ? 'victim' : partInStory(mentions[index]));
  const bySentence = Map.groupBy(
    mentions.map((mention, index) => ({ mention, index })),
    ({ mention }) => mention.sentence,
  );
  const skeletons = sentences.map(sentence => skeletonOf(sentence, bySentence.get(sentence.index) ?? [], partOf));
  const relations = skeletons.map((skeleton, index) => relationsIn(skeleton.text, index === 0));
  const rest = { skeletons, relations, candidates, open: !onlyResearch(sentences) };
  if (!rest.open) return { victims: [], ...rest };
  const evidence = gather(mentions, relations, candidates);
  const headlineIncident = HEADLINE_INCIDENT.test(skeletons[0]?.text ?? '');
  const believed = [...evidence.values()].filter(
    ({ sentences: at, mentions: count }) =>
      at.length > 0 && (at.length > 1 || at[0] === 0 || count < 4 || headlineIncident),
  );
  const victims = withoutBystanders(withoutParents(believed));
  const main = mainOnes(victims, rest, mentions, sentences);
  return { victims: victims.map(({ id, name }) => ({ id, name, main: main.has(id) })), ...rest };
};
