import { organisationRow, retailerRow } from '../entities.ts';
import { plain } from '../scope/plain.ts';
import type { Mention, Sentence } from '../types.ts';
import { INCIDENT_NOUN, type Relations, relationsIn } from './relations.ts';
import { GROUP, marksIn, type Skeleton, skeletonOf } from './skeleton.ts';

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
}

const LEAD_SENTENCES = 3;
const SHOP_OF =
  /^(?:['’]s?)?(?: [\p{L}-]+){0,3}? (?:online|web|e-?commerce|merch(?:andise)?|pro|fan|branded)[ -](?:store|shop|merch|merchandise)/iu;
const RETAIL_TALK = /\b(?:retailers?|grocer(?:y|s|ies)|supermarkets?|stores|shops|starbucks|shelves)\b/i;
const CRIMINAL =
  /\b(?:attackers?|threat actors?|ransomware|cyber ?-?attacks?|stolen|stole|criminals?|crooks|malware|skimmers?|extort\w*|magecart|intruders?|exploited|dark web|unauthori[sz]ed (?:third|party|person|external|access)|data breach|in the wild|hacked|breached|gang)\b/;
const POSSIBLE_ONLY = /\b(?:could|would|may|might|can|potentially|if)\b[^.;]*/g;
const RESEARCHER =
  /\b(?:researchers?|white-?hat|bug bounty|bug|flaws?|vulnerabilit(?:y|ies)|security holes?|discovered by)\b/;
const MANY =
  /\b(?:retailers|retail (?:chains|giants|sector|industry|organi[sz]ations|attacks|breaches)|stores|shops|brands|giants|firms|companies|and more|and others|multiple|wave|uk retail|breaching retail)\b/;

/** Whether the article tells of a weakness that somebody found, and of no abuse. */
const onlyResearch = (sentences: readonly Sentence[]): boolean => {
  const lead = sentences.slice(0, LEAD_SENTENCES + 2).map(sentence => plain(sentence.text));
  const head = lead.slice(0, LEAD_SENTENCES).join(' ');
  return RESEARCHER.test(head) && !CRIMINAL.test(lead.map(text => text.replace(POSSIBLE_ONLY, '')).join(' '));
};

const candidateTest = (sentences: readonly Sentence[], text: string) => {
  const retailTalk = sentences.some(sentence => RETAIL_TALK.test(sentence.text));
  const shops = new Map<string, boolean>();
  return (mention: Mention): boolean => {
    if (mention.kind === 'retailer') return true;
    if (mention.kind === 'actor') return false;
    const kind = organisationRow(mention.id)?.kind;
    if (kind === 'supplier') return retailTalk;
    const shop = SHOP_OF.test(text.slice(mention.end, mention.end + 60));
    if (shop) shops.set(mention.id, true);
    return shop || (shops.get(mention.id) ?? false);
  };
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

/** A holding company is a victim only where none of its shops is one. */
const withoutParents = (victims: readonly Evidence[]): readonly Evidence[] => {
  const parents = new Set(victims.map(({ id }) => retailerRow(id)?.parent));
  return victims.filter(({ id }) => !(parents.has(id) && retailerRow(id)?.kind === 'group'));
};

const groupMates = (skeleton: string, ids: ReadonlySet<string>, mentions: readonly Mention[]): readonly string[] =>
  [...skeleton.matchAll(new RegExp(GROUP, 'g'))].flatMap(match => {
    const members = marksIn(match[0]).map(index => mentions[index]?.id ?? '');
    return members.some(id => ids.has(id)) ? members : [];
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
  const named = new Set(
    (inHeadline.length > 0
      ? inHeadline.map(({ id }) => id)
      : marksIn(headline).map(index => mentions[index]?.id ?? '')
    ).filter(id => ids.has(id)),
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
  const lead = victims.filter(({ sentences: at }) => at.some(index => index <= leadEnd));
  if (many)
    return new Set(
      victims.filter(({ sentences: at, mentions: count }) => at.length > 1 || count > 2).map(({ id }) => id),
    );
  const first = Math.min(...lead.flatMap(({ sentences: at }) => at));
  if (lead.length > 0) return new Set(lead.filter(({ sentences: at }) => at.includes(first)).map(({ id }) => id));
  const most = victims.toSorted((a, b) => b.sentences.length - a.sentences.length)[0];
  return new Set(most && most.sentences.length >= 2 && most.mentions * 4 > sentences.length ? [most.id] : []);
};

/** Decides which of the firms named are victims, and which of them the article is about. */
export const castOf = (text: string, sentences: readonly Sentence[], mentions: readonly Mention[]): Cast => {
  const mayBeVictim = candidateTest(sentences, text);
  const candidates = new Set(mentions.flatMap((mention, index) => (mayBeVictim(mention) ? [index] : [])));
  const bySentence = Map.groupBy(
    mentions.map((mention, index) => ({ mention, index })),
    ({ mention }) => mention.sentence,
  );
  const skeletons = sentences.map(sentence =>
    skeletonOf(sentence, bySentence.get(sentence.index) ?? [], index => candidates.has(index)),
  );
  const relations = skeletons.map(skeleton => relationsIn(skeleton.text));
  const rest = { skeletons, relations, candidates };
  if (onlyResearch(sentences)) return { victims: [], ...rest };
  const evidence = gather(mentions, relations, candidates);
  const headlineIncident = HEADLINE_INCIDENT.test(skeletons[0]?.text ?? '');
  const believed = [...evidence.values()].filter(
    ({ sentences: at, mentions: count }) => at.length > 0 && (at.length > 1 || count < 4 || headlineIncident),
  );
  const victims = withoutParents(believed);
  const main = mainOnes(victims, rest, mentions, sentences);
  return { victims: victims.map(({ id, name }) => ({ id, name, main: main.has(id) })), ...rest };
};
