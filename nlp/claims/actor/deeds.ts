import { gated } from '../../gate/index.ts';
import type { Reading, Sentence } from '../../types.ts';

const GANG =
  '(?:gangs?|groups?|crews?|operations?|collectives?|cartels?|outfits?|hackers?|actors?|operators?|affiliates?|members?|syndicates?|criminals?|extortionists?)';
const ADVERBS =
  '(?:(?:has|have|had|also|later|then|now|first|reportedly|allegedly|apparently|successfully|recently|subsequently|since|already|claims to have|said to have|is said to have|is believed to have|are believed to have|was|were|is|are) ){0,3}';
const TRADE =
  '(?:(?:ransomware|extortion|data[- ]extortion|cyber ?-?crime|hacking|hacker|threat|criminal|hacktivist|raas) ){0,2}';

/** "… hit the chain", "… stole its data": what is told right after the name. */
const ACTS_AFTER = new RegExp(
  `^(?:'s|')?(?: \\([^)]*\\))?,? ${TRADE}(?:${GANG} )?${ADVERBS}(?:hit|attacked|breached|broke|struck|encrypted|infiltrated|compromised|targeted|stole|exfiltrated|demanded|hacked|deployed|launched|gained|carried out|conducted|crippled|siphoned|penetrated|infected|accessed|extorted|extorting|demanding|stealing|downloaded|copied|took|obtained|paralysed|paralyzed|orchestrated|masterminded|perpetrated|executed|staged|mounted|pulled off|responsible|behind)\\b`,
);
/** "the X attack", "an X ransomware infection" */
const ATTACK_AFTER =
  /^(?:'s|')?(?: \([^)]*\))?,? (?:(?:ransomware|extortion|data[- ]theft|data|cyber|hacking|malware|group's|gang's|group|gang|[a-z]+force) ){0,3}(?:attacks?|cyber-?attacks?|hacks?|breach(?:es)?|incidents?|infections?|intrusions?|outbreaks?|compromises?|encryption|virus)\b(?! (?:groups?|gangs?|tools?|surface|methods?|vectors?|(?:on|against|at) (?:an?|other|several|many|two|three|some|dozens)\b))/;
/** "… stolen by the X gang", "an attack by members of X" */
const BY_BEFORE = new RegExp(
  `\\b(?:attack\\w*|cyber-?attack\\w*|breach\\w*|hack\\w*|stolen|hit|struck|targeted|compromised|accessed|encrypted|launched|claimed|conducted|coordinated|perpetrated|infiltrated|incident|intrusion|ransomware|extorted|blackmailed|taken|exfiltrated|infected|orchestrated|executed|staged|mounted|published|leaked|posted|demands?|crippled|fell victim|fallen victim|falling victim|fell prey)\\b[^.;]{0,60}\\b(?:by|from|to|at the hands of|with|courtesy of) (?:(?:the|a|an|new|notorious|prolific|infamous|suspected|alleged|russian|russian-speaking|well-known|members?|affiliates?|operators?|hackers?|of|from|agents|${GANG}|ransomware|extortion|hacking|cyber ?crime|criminal|threat|known|as|called|named|dubbed|calling|itself) ){0,8}['"]?$`,
);
/** "the gang behind it, X" is told by others; here the name is the kin of another name, or a forerunner. */
export const KIN =
  /\b(?:(?:has|have|having|with|whose|had|alleged|suspected|reported|close|strong) (?:[a-z-]+ ){0,2}?(?:ties|links|connections?) (?:to|with) (?:[a-z-]+ ){0,6}|(?:rebrand\w*|offshoot|spin-?off|successor|evolution|variant|derivative|version|descendant|affiliate programme|heir)s? (?:of|to|as|from) (?:[a-z-]+ ){0,6}|(?:formerly|previously|also|better) known as (?:the )?|(?:overlaps?|shares? (?:[a-z]+ ){0,3}) with (?:the )?|similar to (?:the )?|like (?:the )?)['"]?$/;

/** Whether the words beside a name tell of a deed: what it did, an attack named after it, something done by it. */
export const didIt = (before: string, after: string): boolean =>
  ACTS_AFTER.test(after) || ATTACK_AFTER.test(after) || BY_BEFORE.test(before);

const POINTS =
  /\b(?:we|our|us|the (?:[a-z'-]+ ){0,3}(?:company|firm|retailer|chain|business|grocer|store|supermarket|brand|shop|jeweller|marketplace|pharmacy|restaurant|giant)(?:'s)?|(?:the|this|that|last|an?|january|february|march|april|may|june|july|august|september|october|november|december|20\d\d|week's|month's|year's) (?:[a-z0-9&'-]+ ){0,4}(?:attack|breach|hack|incident|cyber-?attack|intrusion)|its (?:systems|network|servers|data|customers))\b/;
const BACKGROUND =
  /\b(?:also (?:hit|attacked|targeted|claimed|breached|behind|responsible|known)|previous(?:ly)?|in the past|other victims|past victims|known for|notorious for|active since|since (?:at least )?(?:early |late |mid-?)?20\d\d|first (?:emerged|appeared|surfaced|spotted)|other (?:high-profile )?(?:victims|attacks|companies|organi[sz]ations)|whose victims|track record|among others)\b/;

/** Whether a sentence speaks of a victim of this article, and not of a gang's earlier deeds. */
export const ownedByVictim = (reading: Reading, sentence: Sentence): boolean => {
  const victims = new Set(reading.incidents.map(({ victim }) => victim));
  const here = reading.mentions.filter(({ sentence: index }) => index === sentence.index);
  if (here.some(({ id }) => victims.has(id))) return true;
  const others = here.some(({ kind, via }) => kind === 'retailer' && via === 'name');
  return !others && POINTS.test(sentence.letters) && !BACKGROUND.test(sentence.letters);
};

/** "The gang says it stole …", "they added the chain to their site": an actor named before goes on to claim. */
export const REFERRED = gated(
  /(?:^|[,;"] ?|\b(?:and|but|that|when|after|while) )(?:(?:the|this|these) (?:[a-z-]+ ){0,3}?(?:gang|group|crew|collective|hackers|hacker|cartel|extortionists|cyber ?criminals|criminals|threat actors?|ransomware operators|attackers)|they) (?:has |have |had |also |later |then |now |subsequently |publicly |is |are ){0,3}(?:claim(?:s|ed|ing)? (?:(?:to have|it|they|that|responsibility|credit|the attack|the hack|the breach))|took (?:responsibility|credit)|taken (?:responsibility|credit)|taking (?:responsibility|credit)|(?:list|add|nam)(?:ed|s) (?:[a-z0-9&'-]+ ){1,6}?(?:on|to|as)\b|threaten(?:s|ed|ing) to|leak(?:ed|ing) (?:the|its|some|data|files)|publish(?:ed|ing) (?:the|some|samples|data|files|screenshots)|posted (?:the|some|samples|data|files|screenshots)|boast(?:s|ed|ing)|(?:says|said) (?:it|they) (?:had |have |has )?(?:stole|stolen|hacked|breached|taken|encrypted|accessed|obtained))/g,
);
