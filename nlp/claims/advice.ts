import { gated } from '../gate/index.ts';

const ADVICE =
  /\b(?:(?:should|must|(?<!the )need to|needs to)(?! expect)|recommend\w*|advis(?:e|es|ing)|(?:it is|are|being|was|were)(?: also)? (?:advised|urged|told|encouraged) to (?:report|contact|notify)|best practices?|typically|often|usually|generally|can (?:be|lead|cause)|ensure|consider|imagine|required to|ordered to|(?:vital|important|essential|wise|best|crucial) (?:to|that)|encourag\w+|urg(?:e|es|ed) (?:all |any |its )?(?!customers|users|members|shoppers|staff|employees)|implor\w+|ask(?:s|ed) (?:victims|organi[sz]ations|companies))\b[^.;]{0,100}$/;

/** Whether the plain words before a span make it advice or a general truth ("firms should …", "gangs typically …"). */
export const isAdvice = (before: string): boolean => ADVICE.test(before);

const IMPERATIVE =
  /^(?:reset|change|notify|contact|inform|alert|isolate|report|implement|enforce|strengthen|disable|restrict|limit|suspend|pause|contain|work with|engage|hire|block|send|improve|harden|enhance|update)\b/;

/** Whether a plain sentence is told to the reader: "* Reset passwords". */
export const isImperative = (letters: string): boolean => IMPERATIVE.test(letters.replace(/^[^a-z0-9]+/, ''));

/** Police took down the servers of a gang: not what a victim did, and no service of a shop. */
const TAKEDOWN = gated(
  /\b(?:authorities|law enforcement|police|fbi|nca|europol|agents)\b[^.;]{0,60}\b(?:tak(?:es?|en|ing) down|took down|seiz\w+|shut|dismantl\w+|disrupt\w+|disabl\w+)\b/,
);

export const isTakedown = (letters: string): boolean => TAKEDOWN.test(letters);

/** What a law allows, or a firm may face: nobody was fined. */
const THREATENED = gated(
  /\b(?:fines? of (?:up to|as much)|(?:fac\w+|stood|risk\w*|liable|subject to|could|may|maximum) (?:[a-z]+ ){0,4}(?:fines?|penalt\w+|receive)|(?:could|may|might|would|can) (?:also )?face\b[^.;]{0,60}\b(?:fines?|penalt\w+)|faces? (?:a |an )?(?:maximum|up to|potential)[^.;]{0,80}\b(?:fines?|penalt\w+))\b/,
);

/** Whether a plain sentence tells of fines that may come, not of one that came. */
export const isThreat = (letters: string): boolean => THREATENED.test(letters);
