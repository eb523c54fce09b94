import type { PeopleSense } from '#domain/vocabulary.ts';
import type { Span } from '../../scope/reach.ts';
import type { Crowd } from './crowds.ts';

/** Whether counted people were hit, and the words that say so (offsets into the plain sentence). */
export interface Sense extends Span {
  readonly sense: PeopleSense;
}

const HIT_BEFORE =
  /\b(?:affect(?:s|ed|ing)?|impact(?:s|ed|ing)?|expos(?:e|es|ed|ing)|compromis(?:e|es|ed|ing)|hit(?:s|ting)?|st(?:ole|olen|eals?|ealing)|leak(?:s|ed|ing)?|breach(?:es|ed|ing)?|access(?:ed|ing)?|involv(?:es|ed|ing)|notif(?:y|ies|ied|ying)|inform(?:s|ed|ing)|alert(?:s|ed|ing)?|warn(?:s|ed|ing)?|data (?:of|from|on|about|belonging to|relating to|for)|details (?:of|on|about)|information (?:of|on|about|from|belonging to|relating to|for|pertaining to)|records (?:of|on|for)|victimi[sz]\w+|swip(?:ed|ing)|taken from|obtain(?:ed|ing)|(?:names|numbers|addresses|details|records|passwords|ssns|ids) (?:of|for)|including|leaving|breach of|theft of|letters to|emails to|notices to|notifications to|claim(?:s|ed)? (?:to have|it has|they have)|(?:data|database|information|leak|dump|files?|cache|trove) (?:includes?|included|contains?|contained|comprises?|covers?|covered)|(?:cache|trove|database|dataset|dump|set|haul|collection|archive|list) of|pertaining to|(?:tally|total|number|figure|count|toll)[^.;]{0,60}? (?:counted|stood at|stands at|rose to|risen to|reached|now at|climbed to|came to)|(?:emptied|drained|hijacked|hacked|broke into|logged in to|taking over|took over|lock(?:ed|ing)|spoke of|letters|replacing)|(?:new|replacement) \w+ (?:to|for)|containing|download(?:ed|ing)|cop(?:ied|ying)|scrap(?:ed|ing)|targeted)\b[^;.]{0,70}$/;
const HIT_AFTER =
  /^[^;.]{0,70}?\b(?:(?:was|were|been|being|are|be|is|had|have|has|having)\b[^;.]{0,120}?\b(?:affected|impacted|exposed|compromised|stolen|leaked|breached|accessed|notified|involved|taken|hit|swiped|informed|at risk|obtained|alerted|warned|revealed|copied|sent (?:[a-z]+ ){0,4}(?:letters?|notifications?|notices?|e-?mails?))|affected\b|impacted\b|exposed\b|whose\b|had (?:their|his|her)|caught up|oblivious)\b/;
const STATEMENT_BORDER =
  /\b(?:but|while|although|however|which|employs|operates|has around|how many|did not say|issued|insist(?:s|ed)|reassur\w+)\b/;
const BASE_BEFORE =
  /\b(?:employ(?:s|ed|ing)|workforce of|employer of|serv(?:e|es|ed|ing)|deliver(?:s|ed|ing)? to|cater(?:s|ed|ing)? to|boasts?|counts?|ha(?:s|d|ving)(?: (?:about|around|over|more than|some|approximately|nearly|almost|roughly|at least|up to))?|with(?: (?:about|around|over|more than|some|approximately|nearly|almost|roughly))?|list(?:s|ed)|report(?:s|ed)|membership of|base of|owned by|its|told)\b[^;.]{0,25}$/;
const BASE_AFTER =
  /^[^;.]{0,40}?\b(?:worldwide|globally|across|told to|sent home|stay home|in total|who registered|registered (?:with|on|at)|every year|each year|a year|per year|annually|every (?:week|month|day)|a (?:week|month|day)|base|strong)\b/;

/** "the majority of its 1.4 million customers": the base, of which a part was hit. */
const SHARE_OF =
  /\b(?:majority|portion|percent|per ?cent|part|fraction|subset|some|most|half|minority|third|quarter)"? of (?:(?:its|their|the|our|his) )?(?:\w+ )?$|% of (?:(?:its|their|the|our) )?(?:\w+ )?$/;

/** Whom a firm serves: its base, whatever else the sentence tells. */
const SERVED =
  /\b(?:serv(?:e|es|ing)|deliver(?:s|ing)? to|cater(?:s|ing)? to|boasts?|(?:customer|user|member) base of|membership of|home to|used by|counts|works? with|(?:provid|suppl)(?:es|ies|ing) (?:(?!data|records|information|details)[^.;]){3,60} (?:to|for)|(?:giant|company|firm|retailer|chain|group|business|platform|marketplace|brand|operator|store|shop|grocer|programme?|scheme|service) with)(?: (?:[a-z]+ ){0,2}[\d,.]+ (?:million |thousand )?[a-z]+ and)?(?: (?:around|over|more than|some|approximately|nearly|almost|roughly|at least|up to|about))? $/;

const USING =
  /^ (?:(?:are |now |currently |who |that )*(?:use|using) (?:its|the|our|their|this|[a-z]+ (?:every|each|a))\b|(?:visit|shop|buy|follow)\b| following\b)/;
const HIT = new RegExp(HIT_BEFORE.source.replace('including|', ''));

/** "serves 12 million customers, INCLUDING 3 million online": hit only where something before says so. */
const includedIn = (hit: RegExpExecArray | null, before: string): RegExpExecArray | null =>
  hit?.[0].startsWith('including') && !HIT.test(before) && OFFERED.test(before) ? null : hit;
const OFFERED = /\b(?:serv(?:es|ing)|provid(?:es|ing)|has|have|boasts|employs|operates|counts)\b/;

/** "A trade body with 2,500 members": not of a shop. */
const OF_A_BODY =
  /\b(?:sharing (?:group|cent(?:er|re)|analysis)|trade (?:body|group|association|union)|association|federation|consortium|\w*isac)\b[^;]{0,70}$/;

/** The sense of a count of people at `span`; undefined where the sentence says neither. */
export const senseOf = (text: string, span: Span, crowd: Crowd): Sense | undefined => {
  const before = text.slice(Math.max(0, span.start - 110), span.start);
  const after = text.slice(span.end, span.end + 200);
  if (crowd.affected !== undefined) return { sense: 'affected', start: crowd.affected, end: span.end };
  if (OF_A_BODY.test(before)) return undefined;
  if (SHARE_OF.test(before)) return { sense: 'context', ...span };
  const employed = /\bemploy(?:s|ed|ing)?\b[^;.]{0,30}$/.exec(before);
  if (employed !== null) return { sense: 'context', start: span.start - before.length + employed.index, end: span.end };
  const inside = /\b(?:affected|impacted|exposed|compromised|breached|stolen|hacked|leaked)\b/.test(
    text.slice(span.start, span.end),
  );
  if (inside) return { sense: 'affected', ...span };
  const served = SERVED.exec(before);
  if (served !== null) return { sense: 'context', start: span.start - before.length + served.index, end: span.end };
  if (USING.test(after)) return { sense: 'context', ...span };
  const hit = includedIn(HIT_BEFORE.exec(before), text.slice(0, span.start));
  if (hit !== null && !STATEMENT_BORDER.test(hit[0]))
    return { sense: 'affected', start: span.start - before.length + hit.index, end: span.end };
  const told = HIT_AFTER.exec(after);
  if (told !== null && !STATEMENT_BORDER.test(told[0]))
    return { sense: 'affected', start: span.start, end: span.end + told[0].length };
  if (/\bincluding (?:[a-z]+ ){0,2}$/.test(before) && OFFERED.test(text.slice(0, span.start)))
    return { sense: 'context', ...span };
  const base = BASE_BEFORE.exec(before);
  if (base !== null) return { sense: 'context', start: span.start - before.length + base.index, end: span.end };
  if (crowd.subject === 'employee' || BASE_AFTER.test(after) || /\bactive\b/.test(text.slice(span.start, span.end)))
    return { sense: 'context', ...span };
  return undefined;
};
