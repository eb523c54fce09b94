import { gated } from '../gate/index.ts';
import type { Span } from '../scope/reach.ts';
import type { SpeakerNoun } from './speakers.ts';

/** Verbs of saying, in plain letters. */
export const SAID = gated(
  /\b(?:said|says|saying|say|told|tells|telling|confirm(?:s|ed|ing)?|disclos(?:es?|ed|ing)|reveal(?:s|ed|ing)?|announc(?:es?|ed|ing)|stat(?:es|ed|ing) (?!of)|admit(?:s|ted|ting)?|acknowledg(?:es?|ed|ing)|wrote|writes|explain(?:s|ed|ing)|add(?:s|ed)|not(?:es|ed|ing)(?=[^,.;]{0,40} (?:that|it|there)\b)|warn(?:s|ed|ing)|inform(?:s|ed|ing)|report(?:s|ed|ing)?(?! to)|claim(?:s|ed|ing)?(?! (?:\w+ )?(?:victims|lives|scalps|targets))|clarif(?:ies|ied|ying)|underlin(?:es|ed|ing)|stress(?:es|ed|ing)|emphasi[sz](?:es|ed|ing)|insist(?:s|ed|ing)?|reads?|assur(?:es|ed|ing)|notif(?:y|ies|ied|ying)|believes?|conclud(?:es|ed|ing)|determined|den(?:ies|ied|ying)|estimat(?:es|ed|ing)|argu(?:es|ed|ing)|comment(?:s|ed|ing)|declared?|declares|mention(?:s|ed|ing)|boast(?:s|ed|ing)?|alleg(?:es|ed|ing)|blam(?:es|ed|ing)|apologi[sz](?:es|ed|ing)|recommends|advises|shows?|indicates?|learn(?:s|ed|t)|heard|puts? (?:the|their|its) (?:number|figure|total|cost)|understands|reckons?|reckoned|(?:discover(?:s|ed|ing)?|found|finds|detect(?:s|ed)|identif(?:ies|ied)|reali[sz](?:es|ed)|noticed|aware)(?=[^,.;]{0,30} that\b)|caution(?:s|ed|ing)|conced(?:es?|ed|ing)|reiterat(?:es|ed|ing)|maintain(?:s|ed)(?= that\b)|point(?:s|ed) out|went on to say|goes on to say|reassur(?:es|ed|ing)|disput(?:es|ed|ing)|reject(?:s|ed|ing)|refut(?:es|ed|ing)|detail(?:s|ed)(?= (?:how|that|the|in))|describ(?:es|ed|ing)|tweet(?:s|ed|ing)|posted(?= (?:that|on (?:x|twitter|facebook|social)))|pledg(?:es|ed)|promis(?:es|ed)(?= that\b)|repl(?:ies|ied)|respond(?:s|ed)(?= that\b)|suggest(?:s|ed)(?= (?:that|it)\b)|testif(?:ies|ied)|put out|quoted|(?<=to )(?:assure|reassure|clarify|explain|admit|acknowledge|announce|inform|confirm|say)(?=[^,.;]{0,30} that\b))\b/g,
);
/** Whether a speaker stands after a preposition and so is no subject: "a notice shared with the attorney general says". */
export const isObject = (text: string, noun: SpeakerNoun): boolean =>
  !/^'s? (?=claim|statement|warning|announcement|website|site|page|notice|letter|filing|e-?mail|post|disclosure|release|update|message|report|account)/.test(
    text.slice(noun.end, noun.end + 14),
  ) &&
  /\b(?:with|to|by|from|in|of|at|for|against|on|via|about) (?:(?:the|a|an|its|their|his|her) )?(?:[\w'-]+ )?$/.test(
    text.slice(Math.max(0, noun.start - 30), noun.start),
  );

/** "Police were notified": whoever is told something does not speak. */
export const isPassive = (text: string, verb: Span): boolean =>
  /\b(?:was|were|been|being|be|is|are) (?:\w+ly |later |since |also |first )?$/.test(
    text.slice(Math.max(0, verb.start - 24), verb.start),
  ) && /ed$|^told$/.test(text.slice(verb.start, verb.end));

/** "behind the claim", "an earlier report": the noun, no verb. */
export const isNoun = (text: string, verb: Span): boolean =>
  /^(?:claim|report|comment|show|estimate|notice|boast)s?$/.test(text.slice(verb.start, verb.end)) &&
  !/^ (?:that|to|they|it|he|she)\b/.test(text.slice(verb.end, verb.end + 6)) &&
  (/^ (?:documents?|forms?|data|files?|details|numbers?|process\w*|records?|letters?)\b/.test(
    text.slice(verb.end, verb.end + 12),
  ) ||
    /(?:\b(?:the|an?|its|their|his|her|any|no|such|of|to|some|other|for|on|with)|'s?) (?:[\w-]*[^\Ws] )?$/.test(
      text.slice(Math.max(0, verb.start - 24), verb.start),
    ));

/** "they said they stole …", behind the verb: whoever tells of the deed as their own did it. */
export const OWN_DEED =
  /^ (?:[\w ]{1,40} )?(?:that )?(?:they|he|she|it|to have|having)(?: had| have| also| only)* (?:stole|stolen|exfiltrated|breached|hacked|encrypted|broke(?:n)? in|gained access|downloaded|leaked|wiped|dumped)\b/;
