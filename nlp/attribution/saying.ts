import { gated } from '../gate/index.ts';
import type { Span } from '../scope/reach.ts';
import type { SpeakerNoun } from './speakers.ts';

/** Verbs of saying, in plain letters. */
export const SAID = gated(
  /\b(?:said|says|saying|say|told|tells|telling|confirm(?:s|ed|ing)?|disclos(?:es?|ed|ing)|reveal(?:s|ed|ing)?|announc(?:es?|ed|ing)|stat(?:es|ed|ing) (?!of)|admit(?:s|ted|ting)?|acknowledg(?:es?|ed|ing)|wrote|writes|explain(?:s|ed|ing)|add(?:s|ed)|not(?:es|ed|ing)(?=[^,.;]{0,40} (?:that|it|there)\b)|warn(?:s|ed|ing)|inform(?:s|ed|ing)|report(?:s|ed|ing)?(?! to)|claim(?:s|ed|ing)?(?! (?:\w+ )?(?:victims|lives|scalps|targets))|clarif(?:ies|ied|ying)|underlin(?:es|ed|ing)|stress(?:es|ed|ing)|emphasi[sz](?:es|ed|ing)|insist(?:s|ed|ing)?|reads|read(?=[:,"])|assur(?:es|ed|ing)|notif(?:y|ies|ied|ying)|believes?|conclud(?:es|ed|ing)|determined|den(?:ies|ied|ying)|estimat(?:es|ed|ing)|argu(?:es|ed|ing)|comment(?:s|ed|ing)|declared?|declares|mention(?:s|ed|ing)|boast(?:s|ed|ing)?|alleg(?:es|ed|ing)|blam(?:es|ed(?! for)|ing)|apologi[sz](?:es|ed|ing)|recommends|advises|shows?|indicate[sd]?|learn(?:s|ed|t)|heard|puts? (?:the|their|its) (?:number|figure|total|cost)|understands|reckons?|reckoned|(?:discover(?:s|ed|ing)?|found|finds|detect(?:s|ed)|identif(?:ies|ied)|reali[sz](?:es|ed)|noticed|aware)(?=[^,.;]{0,30} that\b)|caution(?:s|ed|ing)|conced(?:es?|ed|ing)|reiterat(?:es|ed|ing)|maintain(?:s|ed)(?= that\b)|point(?:s|ed) out|went on to say|goes on to say|reassur(?:es|ed|ing)|disput(?:es|ed|ing)|reject(?:s|ed|ing)|refut(?:es|ed|ing)|detail(?:s|ed)(?= (?:how|that|the|in))|describ(?:es|ed|ing)|tweet(?:s|ed|ing)|posted(?= (?:that|on (?:x|twitter|facebook|social)))|pledg(?:es|ed)|promis(?:es|ed)(?= that\b)|repl(?:ies|ied)|respond(?:s|ed)(?= that\b)|suggest(?:s|ed)(?= (?:that|it)\b)|testif(?:ies|ied)|put out|quoted|(?<=to )(?:assure|reassure|clarify|explain|admit|acknowledge|announce|inform|confirm|say)(?=[^,.;]{0,30} that\b))\b/g,
);
/** "published the shop's data": the owner of what is told of. */
const OWNS =
  /^'s? (?:[a-z-]+ ){0,2}?(?:data|files|documents|records|systems?|networks?|servers?|source code|databases?|customers|shoppers|stores|shops|infrastructure|accounts?|environment|repositor(?:y|ies)|information)\b(?! (?:team|staff|officer|department|chief|protection))/;
/** Whether a speaker stands after a preposition and so is no subject: "a notice shared with the attorney general says". */
export const isObject = (text: string, noun: SpeakerNoun): boolean =>
  OWNS.test(text.slice(noun.end, noun.end + 40)) ||
  (!/^'s? (?=claim|statement|warning|announcement|website|site|page|notice|letter|filing|e-?mail|post|disclosure|release|update|message|report|account)/.test(
    text.slice(noun.end, noun.end + 14),
  ) &&
    (/\b(?:with|to|by|from|in|of|at|for|against|on|via|about) (?:(?:the|a|an|its|their|his|her) )?(?:[\w'-]+ )?$/.test(
      text.slice(Math.max(0, noun.start - 30), noun.start),
    ) ||
      /\b(?:filed|lodged|made|submitted) (?:an?|the|its) (?:\w+ )?$/.test(
        text.slice(Math.max(0, noun.start - 30), noun.start),
      ) ||
      CALLED_IN.test(text.slice(Math.max(0, noun.start - 60), noun.start))));

/** Whoever is hired or told is no subject either: "has hired experts to investigate and notified". */
const CALLED_IN =
  /\b(?:hired|hiring|engaged|engaging|retained|retaining|appointed|enlisted|contracted|brought in|called in|notified|notifying|informed|informing|alerted|alerting|contacted|contacting) (?:(?:the|a|an|its|relevant|appropriate|local|federal|leading|external|outside|independent|third-party|cyber|cybersecurity|forensics?|security|and|specialist|professional|top|national) ){0,4}$/;

/** "its most significant publicly disclosed breach": a participle that says what kind of breach. */
export const isAttribute = (text: string, verb: Span): boolean =>
  /^ (?:security |data |cyber ?-?(?:security )?)?(?:breach(?:es)?|incidents?|attacks?|intrusions?|hacks?)\b/.test(
    text.slice(verb.end, verb.end + 30),
  ) &&
  /(?:'s?|\b(?:the|an?|its|their|most|largest|biggest|other|first|another)) (?:[\w-]+ ){0,3}(?:publicly|previously|recently|newly|already|first|last|other|another|known|most) $/.test(
    text.slice(Math.max(0, verb.start - 60), verb.start),
  );

/** "whether any gang has claimed it", "no group has claimed": nobody has spoken. */
export const isUnsaid = (text: string, verb: Span, noun: SpeakerNoun): boolean =>
  noun.by === 'attacker' &&
  /^claim/.test(text.slice(verb.start, verb.end)) &&
  /\b(?:whether|if|no|any|none of|neither|not) (?:the |a |an |any )?(?:[\w-]+ ){0,2}$/.test(
    text.slice(Math.max(0, noun.start - 40), noun.start),
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
