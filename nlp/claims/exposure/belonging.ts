import { gated } from '../../gate/index.ts';
import type { Trigger } from './triggers.ts';
import { BEFORE, PASSIVE_AFTER } from './words.ts';

const OF_THE_INCIDENT = gated(
  /\b(?:stolen|exposed|accessed|compromised|affected|impacted|leaked|taken|breached|exfiltrated|unauthori[sz]ed|hacked|obtained|copied|swiped|involved|breach|viewed|seen|stole|nabbed|lost|exposure|theft|exfiltration|leak|intrusion|intruders?|ransomware|cyber-?attack|compromise|unsecured|misconfigured|released|published|posted|dumped|hackers|attackers|unauthori[sz]ed (?:party|access)|being sold|downloaded|snag|extract|on sale|for sale)\b/,
);
const DATA_AS_SUBJECT =
  /\b(?:data|information|info|details|database|databases|files?|records?|screenshots?|images?|spreadsheets?|folders?|archives?|tables?|fields|listing|entries|entry|bucket|backup|logs?|breach|leak|dump|cache|trove|it|this|these|they|types|documents|haul|dataset|incident|that|sample|samples|exposure|following|notice)\b(?:[^;.]|\.(?=\d)){0,70}$/;
/** Holders of data: "applications that we receive include names" tells of no incident. */
const HOLDER = /\b(?:we|companies|retailers|businesses|customers|users|applicants|you|to) (?:\w+ )?$/;

/** "data, including names and the content of baskets, had been taken". */
const GONE_AFTER =
  /, (?:had|has|have|was|were|may have|might have)(?: also)?(?: been)? (?:stolen|taken|exposed|accessed|compromised|leaked|copied|exfiltrated|obtained|affected|breached|viewed)\b/;

/** Whether what "includes" a list is the taken data: said in the clause itself, or by the sentences before. */
export const belongsToIncident = (text: string, trigger: Trigger, before: readonly string[]): boolean => {
  if (HOLDER.test(text.slice(0, trigger.start))) return false;
  if (trigger.denied) return [text, ...before].some(sentence => OF_THE_INCIDENT.test(sentence));
  const subject = text.slice(0, trigger.end);
  if (OF_THE_INCIDENT.test(subject.slice(-160), text)) return true;
  return (
    DATA_AS_SUBJECT.test(text.slice(0, trigger.start)) &&
    (GONE_AFTER.test(text.slice(trigger.end)) || before.some(sentence => OF_THE_INCIDENT.test(sentence)))
  );
};

/** Whether a plain sentence that opens a list says that what follows was taken (or not); `before` stand before it. */
export const opensTakenList = (text: string, before: readonly string[]): boolean =>
  (BEFORE.test(text) || PASSIVE_AFTER.test(text)) &&
  (OF_THE_INCIDENT.test(text) || (DATA_AS_SUBJECT.test(text) && before.some(other => OF_THE_INCIDENT.test(other)))) &&
  /\b(?:what|following|data|information|details|info|types|includ\w+|contain\w*|like|as follows|these)\b/.test(text);
