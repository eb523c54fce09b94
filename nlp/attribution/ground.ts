import { plain } from '../scope/plain.ts';
import type { Attribution, Sentence } from '../types.ts';
import { type Frame, isObject } from './frames.ts';
import { speakerNouns } from './speakers.ts';

/** Sentences in which a story says on whose word it stands: headline, standfirst and lead. */
const HEAD = 7;
const INCIDENT =
  /\b(?:breach\w*|(?:cyber-?)?attack\w*|incidents?|hack\w*|stole\w*|theft|leak\w*|compromis\w+|unauthori[sz]ed|intru\w+|malware|ransomware|skimm\w+|exposed|exposure|accessed|copied|(?:personal|customer|staff|card|employee)(?: \w+)? (?:data|information|details)|cyber-?\w*|virus|outage)\b/;
/** Nothing is said: "has not confirmed the breach", "did not say". */
const SILENT =
  /(?:\b(?:not|yet to|never|refused to|declined to|without)|n't)(?: \w+){0,2} $|\b(?:asked|urged|contacted|approached) [^.;]{0,40}$/;
/** The law speaks of it: fines, charges, settlements, judgements. */
const AT_LAW =
  /\b(?:fin(?:e|es|ed)|settle(?:s|d|ment)?|charg(?:e|es|ed)|sentenced?|pleads?|pleaded|indict\w+|convicted|jailed|court|decision|penalty|prosecut\w+|prison)\b/;

/** What the ground of a story is sought in. */
export interface Told {
  readonly sentences: readonly Sentence[];
  readonly frames: readonly (readonly Frame[])[];
  readonly resolve: (index: number, frame: Frame) => Attribution;
  /** The plain text of a sentence with quotations blotted out. */
  readonly unquoted: readonly string[];
}

const speaksOfIt = (text: string, frame: Frame): boolean =>
  INCIDENT.test(text.slice(frame.over.start, frame.over.end)) &&
  !SILENT.test(text.slice(Math.max(0, frame.verb.start - 60), frame.verb.start));

const OUR_SHOP =
  /\bour (?:\w+ ){0,2}(?:customers?|systems?|networks?|members|guests|shoppers|stores|shops|staff|colleagues|employees|databases?|servers?|website|site)\b/;

/** A notice in the victim's own words: "we" and "our customers", outside quotations. */
const isOwnStatement = ({ unquoted }: Told): boolean =>
  unquoted.some(text => OUR_SHOP.test(text)) &&
  unquoted.filter(text => /\b(?:we|our)\b/.test(text) && INCIDENT.test(text)).length >= 2;

/**
 * On whose word a story stands as a whole: the victim's, where headline or lead say that it disclosed, confirmed or
 * told of the incident; an authority's in a report of a fine, a settlement or a judgement; nobody's in other reports.
 */
export const groundOf = (told: Told): Attribution | undefined => {
  if (isOwnStatement(told)) return { by: 'victim' };
  const head = told.sentences.slice(0, HEAD);
  const opening = head.slice(0, 3).map(({ index }) => told.unquoted[index] ?? '');
  const atLaw = opening.some(
    text => AT_LAW.test(text) && speakerNouns(text).some(noun => noun.by === 'authority' && !isObject(text, noun)),
  );
  if (atLaw) return { by: 'authority' };
  for (const { index } of head)
    for (const frame of told.frames[index] ?? []) {
      const { by } = told.resolve(index, frame);
      if (!speaksOfIt(told.unquoted[index] ?? '', frame)) continue;
      if (by === 'victim') return { by };
      if (by === 'attacker') return undefined;
    }
  return undefined;
};

/** What the press tells of its own: hearsay, background, the gang, the market, other cases. */
const OUTSIDE =
  /\b(?:alleged(?:ly)?|reported(?:ly)?|rumou?r\w*|believed|(?:thought|understood) to|threaten\w*|ransomware|extort\w*|employs|employees in|million customers|with (?:about|around|over|more than|some|nearly)|linked to|attributed|associated with|tactics|claim(?:s|ed|ing)?|gang|threat group|shares|analysts?|researchers?|experts?|according to|last year|years? ago|previous(?:ly)?|similar|in the past|earlier (?:this|breach\w*|attack\w*|hack\w*)|in (?:19|20)\d\d|(?:january|february|march|april|may|june|july|august|september|october|november|december) (?:19|20)\d\d|it is (?:unclear|not (?:known|clear))|unclear|unknown|other (?:retailers|companies|victims)|wave of|spate of|string of|ransom|demand\w*|customers? (?:told|complained)|on social media|users|leaked|forum)\b/;
/** What only the victim knows: the loot, whose it was, what was not touched, and what it did itself. */
const INSIDE =
  /\b(?:data|information|details|names?|addresses|passwords?|cards?|records?|accounts?|files|affected|impacted|notif\w+|inform(?:ed|ing)|contact(?:ed|ing)|reset\w*|investigat\w+|experts|specialists|forensic|secur(?:ed|ing)|tightened|police|law enforcement|authorities|regulators?|commissioner|shut|disabled|intruders?|unauthori[sz]ed)\b/;

/** What only the victim does, and so is told by it: it answers the attack. */
const ANSWERS =
  /\b(?:reset|resetting|hired|hires|engaged|brought in|called in|enlisted|work(?:s|ing) (?:closely )?with|cooperat\w+|credit monitoring|notif(?:ied|ies|ying)|informed|contacting|mailing|writing to|reported the (?:matter|incident|breach|attack)|disabled|took (?:\w+ ){1,4}offline|refused to pay|(?:has|have|had|was|were) been (?:told|notified|informed|reported|brought in|engaged)|tightened)\b/;

/** Whether a sentence of narration, outside headlines, tells how the victim answered the attack. */
export const tellsAnswer = (sentence: Sentence): boolean => {
  const text = plain(sentence.text);
  return !isTitle(sentence) && ANSWERS.test(text) && !OUTSIDE.test(text);
};

const isTitle = ({ block }: Sentence): boolean => block.kind === 'headline' || block.kind === 'heading';

/** Whether a sentence of narration belongs to the account on which the story stands. */
export const onGround = (sentence: Sentence): boolean => {
  const text = plain(sentence.text);
  return !isTitle(sentence) && INSIDE.test(text) && !OUTSIDE.test(text);
};
