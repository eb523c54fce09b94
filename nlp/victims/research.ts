import type { Sentence } from '../types.ts';

const LEAD_SENTENCES = 3;
const CRIMINAL =
  /\b(?:attackers?|threat actors?|ransomware|cyber ?-?attacks?|stolen|stole|criminals?|crooks|malware|skimmers?|extort\w*|magecart|intruders?|exploited|dark web|unauthori[sz]ed (?:third|party|person|external|access)|data breach|in the wild|hacked|breached|gang)\b/;
const POSSIBLE_ONLY = /\b(?:could|would|may|might|can|potentially|if)\b[^.;]*/g;
const RESEARCHER =
  /\b(?:researchers?|white-?hat|bug bounty|bug|flaws?|vulnerabilit(?:y|ies)|security holes?|discovered by)\b/;
const ROUNDUP =
  /\b(?:in other news|roundup|round-up|(?:the )?week in|news in brief|in brief|this week's news|also this week|\w+ biz news|news digest|noteworthy stories)\b/;

/** "Researcher who found X's free-food hack": a trick that somebody showed. */
const SHOWN =
  /^[^.;]{0,40}\bresearchers? (?:who |that )?(?:found|finds|discovered|uncovered|spotted|reported|demonstrated)\b[^.;]{0,60}\b(?:hack|trick|flaws?|bugs?|holes?|loophole|weakness(?:es)?|vulnerabilit(?:y|ies))\b/;

/** Whether headline or lead announce several stories in one. */
export const isRoundup = (sentences: readonly Sentence[]): boolean =>
  sentences.slice(0, LEAD_SENTENCES).some(({ letters }) => ROUNDUP.test(letters));

/** Whether the article tells of a weakness that somebody found, and of no abuse. */
export const onlyResearch = (sentences: readonly Sentence[]): boolean => {
  const lead = sentences.slice(0, LEAD_SENTENCES + 2).map(sentence => sentence.letters);
  const head = lead.slice(0, LEAD_SENTENCES).join(' ');
  if (SHOWN.test(lead[0] ?? '')) return true;
  return (
    !isRoundup(sentences) &&
    RESEARCHER.test(head) &&
    !CRIMINAL.test(lead.map(text => text.replace(POSSIBLE_ONLY, '')).join(' '))
  );
};
