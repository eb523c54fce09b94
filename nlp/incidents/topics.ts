import { organisationRow } from '../entities.ts';
import { gated } from '../gate/index.ts';
import { OUTSIDERS, TELLERS } from '../gazetteer/kinds.ts';
import type { Block, Mention, Sentence } from '../types.ts';
import type { Cast } from '../victims/cast.ts';
import { type Group, groupsIn, inGroups } from './groups.ts';

/** Of which victims (ids) a span of a sentence speaks; none where it speaks of no victim. */
export type TopicAt = (sentence: Sentence, start: number, end: number) => readonly string[];

const JOINT = gated(
  /\b(?:all (?:three|two|four|of (?:them|these))|both|these|those|the (?:two|three|four|uk|retail|recent))\b[^.;]{0,30}\b(?:attacks?|incidents?|breach(?:es)?|retailers|companies|chains|firms|hacks|intrusions)\b|\b(?:the|these|those) (?:attacks|incidents|breaches|hacks|cyberattacks|retailers|companies)\b/,
);
const COUNTS: Readonly<Record<string, number>> = { both: 2, two: 2, three: 3, four: 4 };
const REFERENCE = gated(
  /\b(?:it|its|they|their|we|our|the (?:[a-z'-]+ ){0,3}?(?:retailers?|company|firm|chain|store|brand|group|supermarket|grocer|giant|business|organi[sz]ation|house|jeweller|jeweler|marketplace|restaurant|platform|biz|vendor|operator|shop|outlet|purveyor|seller|attack|incident|breach|hack|hackers?|attackers?|stolen|data|exposed|cyberattack|notice|letter|notification))\b/,
);
const GOES_ON =
  /^["']*(?:the|it|its|they|their|this|that|these|those|we|our|he|she|such|however|but|although|while|as a result|among|no|also|in a|a spokes|according|customers?|some|"|'|still|yet|only|instead|additionally|moreover|sources|meanwhile)\b/;
/** A firm outside retail is the one that was hit. */
const ELSEWHERE = gated(
  /(?:^|[^§]) ?¤\d+[^§]{0,80}\b(?:hit|breach(?:ed)?|hacked|attacked|victims?|suffered|disclosed|confirmed|stolen|impacted|compromised)\b|\bused by ¤|\b(?:stealing|stole|stolen|theft|hack(?:ed|ing)? of|breach of|extort\w+)\b[^.;§]{0,90}\b(?:from|of) (?:[a-z'-]+ ){0,5}¤/,
);
const ELSEWHERE_FIRST =
  /^(?![^§¢¤]{0,25}\b(?:told|tells|informed|notified|asked|to|with|in|on|at|via|by) (?:the |its )?¤)[^§¢]{0,25}¤\d+/;
/** The sentence's subject is a shop that is no victim here. */
const BYSTANDER_FIRST = /^(?!["']?(?:it|they|this|that|the [a-z]+) [a-z])[^§¤¢,]{0,25}§\d+/;
const HACKING = gated(/\b(?:hack|breach|attack|ransom|stole|stolen|leak|exposed|cyber|impersonat|compromis)/);
/** Sections that explain or advise, whatever the article is about. */
const GENERAL_HEADING =
  /^(?:how (?:these|to|do|does|can|attackers|hackers)|security takeaway|takeaways?|preventing|lessons|advice|tips|recommend|what (?:can|should|to do|you|is (?:a|an|credential|ransomware))|protect|staying safe|avoiding|defend)/;
/** A heading that names a gang for what it did here. */
const TELLS_OF_ATTACK = /\b(?:attack|breach|claim(?:s|ed)?|incident|leaks?|hits?|behind|steals?|stole|takes credit)\b/;
const ACTOR_PROFILE =
  /^["']?(?:the )?¶\d+(?:,[^,]{0,120},)? (?:is|are|was|were|has been|have been|started|emerged|began|first|operates|operators|also|typically|tends?|launched|initially)\b|^(?:the|this) (?:group|gang|crew|operation|collective)(?: [a-z]+)? (?:is|are|was|has|initially|started|includes|first|escalated|also|began|typically|operates)\b/;

interface State {
  current: readonly string[];
  joint: readonly string[];
  block: Block | undefined;
  /** In a section about an actor, or one that explains: only sentences with a name speak of a victim. */
  aboutActor: boolean;
  /** A firm outside retail was last told to be hit: what refers back to that is about it. */
  elsewhere: boolean;
  /** The headline names a victim. */
  titled: boolean;
  /** The victims of the section: those that its heading names, else the main ones. */
  home: readonly string[];
  readonly everyone: readonly string[];
}

const COUNT_WORD = /\b(both|two|three|four)\b/;

/** The victims of a joint reference: "all three attacks", "these incidents". */
const jointIds = (text: string, state: State): readonly string[] | undefined => {
  const match = JOINT.exec(text);
  if (!match) return undefined;
  const count = COUNTS[COUNT_WORD.exec(match[0])?.[1] ?? ''];
  const fits = (ids: readonly string[]): boolean => ids.length > 1 && (count === undefined || count === ids.length);
  if (fits(state.joint)) return state.joint;
  return count !== undefined && fits(state.everyone) ? state.everyone : undefined;
};

/** Whether a sentence names an organisation that could itself be hit; whoever is told of it was not. */
const namesAnother = (text: string, mentions: readonly Mention[]): boolean =>
  [
    ...text.matchAll(
      /(?<!\b(?:told|tells?|telling|inform(?:s|ed|ing)|notif(?:ies|ied|ying)|alert(?:s|ed|ing)|to|with) (?:the )?)¤(\d+)/g,
    ),
  ].some(match => {
    const mention = mentions[Number(match[1])];
    return mention?.kind === 'organisation' && !TELLERS.has(organisationRow(mention.id)?.kind ?? '');
  });

/** "responsible for an attack on §": a firm that was attacked. */
const UPON_FIRM =
  /\b(?:attacks?|cyber-?attacks?|hacks?|breach(?:es)?) (?:on|at|against|targeting) (?:[a-z'-]+ ){0,5}¤(\d+)/g;
const isOutsider = (mention: Mention | undefined): boolean =>
  mention?.kind === 'organisation' && OUTSIDERS.has(organisationRow(mention.id)?.kind ?? '');

/** Whether a sentence tells of a firm outside retail that was hit. */
const isElsewhere = (text: string, mentions: readonly Mention[]): boolean =>
  [...text.matchAll(UPON_FIRM)].some(match => isOutsider(mentions[Number(match[1])])) ||
  ((ELSEWHERE.test(text) || (ELSEWHERE_FIRST.test(text) && HACKING.test(text))) && namesAnother(text, mentions));

/** Words for a shop, where a firm outside retail was spoken of before. */
const OWN_TRADE = gated(
  /\b(?:retailers?|chain|grocers?|supermarkets?|shops?|shoppers|stores?|brand|jewell?er|restaurants?|we|our)\b/,
);

/** The victims that a sentence without a victim's name goes on speaking of. */
const carried = (sentence: Sentence, text: string, state: State, mentions: readonly Mention[]): readonly string[] => {
  const joint = jointIds(text, state);
  if (joint) return joint;
  if (BYSTANDER_FIRST.test(text) && sentence.block.kind !== 'headline') return [];
  if (isElsewhere(text, mentions) || ACTOR_PROFILE.test(text)) return [];
  if (state.aboutActor) return [];
  const newBlock = state.block !== sentence.block;
  if (state.elsewhere && !OWN_TRADE.test(text) && (!newBlock || (!state.titled && REFERENCE.test(text)))) return [];
  if (newBlock && !REFERENCE.test(text) && !GOES_ON.test(text) && sentence.block.kind !== 'list-item')
    return state.home;
  return state.current;
};

/**
 * Follows an article from sentence to sentence: a named victim is the topic until another is named, a heading or a new
 * paragraph without a reference goes back to the main victim, a heading about an actor leaves the victims.
 */
export const topicsOf = (sentences: readonly Sentence[], mentions: readonly Mention[], cast: Cast): TopicAt => {
  const victims = new Set(cast.victims.map(({ id }) => id));
  const chief = cast.victims.filter(({ main, aside }) => main || (cast.victims.length === 1 && !aside));
  const main = chief.map(({ id }) => id);
  // each main victim has a section of its own: the others are about nobody here
  const headed = sentences.filter(
    ({ block, index }) => block.kind === 'heading' && /§\d/.test(cast.skeletons[index]?.text ?? ''),
  );
  const inSections = main.length > 1 && headed.length > 1;
  const state: State = {
    current: main,
    joint: main,
    block: undefined,
    aboutActor: false,
    elsewhere: false,
    titled: false,
    home: main,
    everyone: [...victims],
  };
  const groups: (readonly Group[])[] = [];
  const fallback: (readonly string[])[] = [];
  for (const sentence of sentences) {
    const text = cast.skeletons[sentence.index]?.text ?? '';
    const here = groupsIn(sentence, cast, mentions, victims);
    if (sentence.block.kind === 'heading') {
      state.aboutActor =
        !text.includes('§') &&
        ((text.includes('¶') && !TELLS_OF_ATTACK.test(text)) || GENERAL_HEADING.test(text.replace(/^[\d.\s]+/, '')));
      const named = here.find(({ aside }) => !aside)?.ids;
      state.home = named ?? (/§\d/.test(text) || inSections ? [] : main);
      state.current = state.home;
    }
    const open = here.filter(({ aside }) => !aside);
    const ids =
      open[0]?.ids ??
      (here.length > 0 && open.length === 0
        ? carriedOr(sentence, text, state, here, mentions)
        : carried(sentence, text, state, mentions));
    if (ids.length > 1) state.joint = ids;
    const joint = here.find(group => group.ids.length > 1);
    if (joint) state.joint = joint.ids;
    if (open.length > 0) state.aboutActor = false;
    if (sentence.block.kind === 'headline' && open.length > 0) state.titled = true;
    if (open.length > 0 || sentence.block.kind === 'heading') state.elsewhere = false;
    else if (isElsewhere(text, mentions)) state.elsewhere = true;
    else if (ids.length > 0) state.elsewhere = false;
    if (sentence.block.kind !== 'headline' && (ids.length > 0 || open.length > 0)) state.current = ids;
    state.block = sentence.block;
    groups.push(here);
    fallback.push(ids);
  }
  return (sentence, start, end) => {
    const here = groups[sentence.index] ?? [];
    const usual = fallback[sentence.index] ?? [];
    if (here.length === 0) return usual;
    const open = here.filter(({ aside }) => !aside);
    const inAside = here.some(({ aside }) => aside && aside[0] <= start && end <= aside[1]);
    return open.length === 0 && !inAside ? usual : inGroups(sentence, here, start, end);
  };
};

const carriedOr = (
  sentence: Sentence,
  text: string,
  state: State,
  here: readonly Group[],
  mentions: readonly Mention[],
): readonly string[] =>
  (here.every(({ passing }) => passing) && !BYSTANDER_FIRST.test(text)) ||
  /^["']*(?:follow|after|like|in the wake)/.test(text) ||
  REFERENCE.test(text)
    ? carried(sentence, text, state, mentions)
    : (here[0]?.ids ?? []);
