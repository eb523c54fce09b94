import type { Speaker } from '#domain/vocabulary.ts';
import { gated } from '../gate/index.ts';
import type { Attribution, Sentence } from '../types.ts';
import type { Frame } from './documents.ts';
import { isObject } from './saying.ts';
import { speakerNouns } from './speakers.ts';

/** On whose word a story stands where nobody else is heard. */
export interface Ground {
  readonly by: Speaker;
  /** A statement in the first person: every sentence is the speaker's. */
  readonly whole: boolean;
}

/** What the ground of a story is sought in. */
export interface Told {
  readonly sentences: readonly Sentence[];
  readonly frames: readonly (readonly Frame[])[];
  readonly resolve: (index: number, frame: Frame) => Attribution;
  /** The plain text of each sentence with quotations blotted out. */
  readonly unquoted: readonly string[];
}

/** Sentences in which a story says on whose word it stands: headline, standfirst and lead. */
const HEAD = 7;
const INCIDENT = gated(
  /\b(?:breach\w*|(?:cyber-?)?attack\w*|incidents?|hack\w*|stol\w+|theft|leak\w*|compromis\w+|unauthori[sz]ed|intru\w+|malware|ransomware|skimm\w+|exposed|exposure|accessed|(?:gain|gained|had) access|broke(?:n)? into|copied|pinched|(?:personal|customer|staff|card|employee)(?: \w+)? (?:data|information|details)|cyber-?\w*|virus|outage)\b/,
);
/** Nothing is said: "has not confirmed the breach", "was asked". */
const SILENT =
  /(?:\b(?:not|yet to|never|refused to|declined to|without)|n't)(?: \w+){0,2} $|\b(?:asked|urged|contacted|approached) [^.;]{0,40}$/;
/** A story of the law: what is told of the crime is what court or regulator found. */
const JUDGED = gated(
  /\b(?:sentenced|pleads guilty|pleaded guilty|convicted|jailed|indicted|(?:been|was|were|is) charged|(?<!be )fined|gets (?:\w+ )?(?:years|months))\b/,
);
const AT_LAW = gated(
  /\b(?:fin(?:e|es|ed)|settle(?:s|d|ment)?|charg(?:es|ed)|court|decision|penalty|prosecut\w+|prison)\b/,
);
const OUR_SHOP = gated(
  /\bour (?:\w+ ){0,2}(?:customers?|systems?|networks?|members|guests|shoppers|stores|shops|staff|colleagues|employees|databases?|servers?|website|site)\b/,
);

/** A notice in the victim's own words: "we" and "our customers", outside quotations. */
const isOwnStatement = ({ unquoted }: Told): boolean =>
  unquoted.some(text => OUR_SHOP.test(text)) &&
  unquoted.some(text => /\b(?:we|our)\b/.test(text) && INCIDENT.test(text)) &&
  unquoted.filter(text => /\b(?:we|our|us)\b/.test(text)).length >= 2;

const isAtLaw = ({ unquoted, frames, resolve }: Told, index: number): boolean => {
  const text = unquoted[index] ?? '';
  if (JUDGED.test(text)) return true;
  if (!AT_LAW.test(text)) return false;
  const heard = frames[index]?.some(frame => resolve(index, frame).by === 'authority') ?? false;
  return heard || speakerNouns(text).some(noun => noun.by === 'authority' && !isObject(text, noun));
};

const speaksOfIt = (text: string, frame: Frame): boolean =>
  INCIDENT.test(text.slice(frame.over.start, frame.over.end), text) &&
  !SILENT.test(text.slice(Math.max(0, frame.verb.start - 60), frame.verb.start));

/**
 * On whose word a story stands as a whole: the victim's, where headline or lead say that it disclosed, confirmed or
 * told of the incident; an authority's in a report of a fine, a settlement or a judgement; nobody's in other reports.
 */
export const groundOf = (told: Told): Ground | undefined => {
  if (isOwnStatement(told)) return { by: 'victim', whole: true };
  const head = told.sentences.slice(0, HEAD);
  if (head.slice(0, 3).some(({ index }) => isAtLaw(told, index))) return { by: 'authority', whole: false };
  for (const { index } of head)
    for (const frame of told.frames[index] ?? []) {
      if (!speaksOfIt(told.unquoted[index] ?? '', frame)) continue;
      const { by } = told.resolve(index, frame);
      if (by === 'victim') return { by, whole: false };
      if (by === 'attacker') return undefined;
    }
  return undefined;
};

/** What the press tells of its own: hearsay, guesses, the world at large. */
const HEARSAY = gated(
  /\b(?:alleged(?:ly)?|reported(?:ly)?|rumou?r\w*|believed|(?:thought|understood) to|linked to|attributed|associated with|tactics|claim(?:s|ed|ing)?|shares|analysts?|researchers?|according to|unclear|unknown|typical(?:ly)?|usually|common(?:ly)?|is known as|goal of an?|such (?:attacks|scams|data|breaches)|it is not (?:known|clear)|on social media|(?:users|customers?|shoppers|residents|people)(?: \w+){0,3} (?:told|tell|complain\w*|report(?:ed|ing)|took to|posted|tweeted)|clients? (?:told|complained)|employs|(?:has|have|having|serves?|boasts?|with)(?: \w+){0,2} [\d,.]+(?: million)? (?:\w+ ){0,3}(?:employees|customers|members|users|staff|stores|shops|workers))\b/,
);
/** Other cases and other times. */
const BACKGROUND = gated(
  /\b(?:last year|years? ago|previous(?:ly)?|similar|in the past|earlier (?:this|breach\w*|attack\w*|hack\w*)|in (?:19|20)\d\d|(?:january|february|march|april|may|june|july|august|september|october|november|december) (?:19|20)\d\d|other (?:retailers|companies|victims)|(?:wave|spate|string) of)\b/,
);
/** The gang, and what it wants. */
const GANG = gated(
  /\b(?:gang|threat group|ransomware|extort\w*|ransom|demand\w*|threaten\w*|leaked|forum|(?:hackers?|actors?|criminals?|user|somebody|someone) (?:going by|calling|using|known as|named|nicknamed))\b/,
);
/** What only the victim knows: the loot, whose it was, what was not touched, and what it did itself. */
const LOOT = gated(
  /\b(?:data|information|details|names?|addresses|passwords?|cards?|records?|accounts?|files|(?:customers|people|individuals|employees|members|shoppers|staff|workers)(?: \w+){0,2} (?:affected|impacted)|(?:affected|impacted) (?:\w+ )?(?:customers|people|individuals|employees|members|shoppers|staff|workers)|investigat\w+|police|law enforcement|authorities|regulators?|commissioner|shut|disabled|intruders?|unauthori[sz]ed|seen|stolen|taken|copied|accessed|exposed|obtained|tokens|code)\b/,
);
/** What only the victim does: it answers the attack. */
const ANSWER = gated(
  /\b(?:reset|resetting|hired|hires|engaged|brought in(?! [$£€\d])|called in|enlisted|work(?:s|ing) (?:closely )?with|cooperat\w+|credit monitoring|notif(?:ied|ies|ying)|inform(?:ed|ing)|contact(?:ed|ing)|mailing|writing to|in a letter to|reported the (?:matter|incident|breach|attack)|disabled|took (?:\w+ ){1,4}offline|refused to pay|(?:has|have|had|was|were) been (?:told|notified|informed|reported|brought in|engaged)|(?:has|have) told (?:its|their|the)|helping with|secur(?:ed|ing)|tightened|set up (?:a|an) (?:\w+ ){0,3}(?:helpline|hotline|call cent(?:er|re))|offer(?:s|ed|ing) (?:\w+ ){0,4}(?:monitoring|protection)|launched an (?:\w+ )?investigation|remain(?:s|ed)? (?:open|available|operational|unaffected|secure|safe)|(?:not|n't|un)(?: been| be| \w+ly)? ?(?:affected|impacted|disrupted|compromised|interrupted)|no (?:impact|disruption|effect) (?:to|on))\b/,
);

const isTitle = ({ block }: Sentence): boolean => block.kind === 'headline' || block.kind === 'heading';

/** Who tells a sentence of narration in which nobody is heard, by the ground of its story; undefined for the outlet. */
export const onGround = (sentence: Sentence, ground: Ground | undefined): Attribution | undefined => {
  if (ground?.whole) return { by: ground.by };
  const text = sentence.letters;
  if (isTitle(sentence) || HEARSAY.test(text)) return undefined;
  if (ground?.by === 'authority' && LOOT.test(text)) return { by: 'authority' };
  if (BACKGROUND.test(text)) return undefined;
  if (ground?.by === 'victim' && LOOT.test(text) && !GANG.test(text)) return { by: 'victim' };
  return ANSWER.test(text) ? { by: 'victim' } : undefined;
};
