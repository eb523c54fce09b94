import { gated } from '../gate/index.ts';

/** Verbs and adjectives that say what happened to data or systems: a negation of them reaches back to their subject. */
const AFFECTED = [
  'accessed',
  'acquired',
  'affected',
  'at risk',
  'breached',
  'compromised',
  'contained',
  'copied',
  'disclosed',
  'downloaded',
  'encrypted',
  'exfiltrated',
  'exposed',
  'extracted',
  'hacked',
  'harvested',
  'hit',
  'impacted',
  'included',
  'interrupted',
  'involved',
  'leaked',
  'lost',
  'obtained',
  'part of',
  'present',
  'published',
  'revealed',
  'scraped',
  'seen',
  'shared',
  'stolen',
  'stored',
  'swiped',
  'taken',
  'targeted',
  'touched',
  'viewed',
  'visible',
  'disrupted',
  'available',
  'captured',
  'collected',
  'postponed',
].join('|');

/** Said of something: "was taken", "have been exposed". */
export const AFFECTING_PREDICATE = gated(
  new RegExp(`\\b(?:was|were|been|being|is|are|be|got)\\s(?:\\w+ly\\s)?(?:${AFFECTED})\\b`, 'g'),
);

/** Words that look like a negation and are none. */
const NOT_A_NEGATION =
  /(?:\b\w*n't|\bnot) (?:only|just|merely|simply|solely|limited|least|long|necessarily|all|every|everyone|until)\b|\b(?:no (?:longer|doubt|matter|later|less|fewer|more|wonder|surprise|surprises|secret|stranger|coincidence|small|ordinary|exception)\b|(?:not|\w*n't|cannot|unable to|yet to|impossible to|refused to|declined to) (?:yet |be |be able to |been |fully |completely |currently )?(?:rule|ruled) out\b|even without\b|without (?:admitting|denying|confirming|naming|specifying|providing|mentioning|saying|giving|disclosing|elaborating)(?: (?:or|nor) \w+ing)?\b|(?:not|\w*n't|cannot|never) (?:be |been )?(?:held |found |deemed )?(?:\w+ly )?(?:liable|accountable|held responsible) for\b|why not\b|or not\b|if not\b|not to mention\b|no\. ?\d)/g;

/** Noun phrases that carry a negation forwards: "no passwords or card details". */
const PRE_NOMINAL =
  /\b(?:no|none of|neither|nor|without|excluding|except|excepting|except for|with the exception of|other than|(?<=\w,? )(?:apart|aside) from(?! \w+ing)|rather than|instead of|ruled out|rules out|rule out|ruling out|free of|nothing|nobody|no one)\b/g;

/** Negated verbs: they reach forwards over the object, and back to the subject of a passive. */
const VERBAL = /\b(?:not|never|cannot|hardly|barely|\w+n't)\b/g;

/** Denials: what follows is said not to be so. */
const DENIAL =
  /\b(?:den(?:y|ies|ied|ying) (?:that|any|claims|reports|having)?|(?:fake|false|bogus|untrue) (?:news|reports?|claims?|rumou?rs),? ?(?:that|of|about|claiming)?|refut(?:es|ed|ing)|dismiss(?:es|ed) (?:claims|reports)|fail(?:ed|s) to (?:access|steal|obtain|reach)|prevented|unable to (?:access|steal|obtain|reach|get))\b/g;

/** Predicates that negate their subject: "card details remain safe". */
const UNTOUCHED =
  /\b(?:unaffected|untouched|unharmed|uncompromised|unimpacted|(?:is|are|was|were|remains?|remained|stays?|stayed|kept|keep) (?:all |completely |fully |entirely |perfectly |totally |both )?(?:safe|secure|intact)|(?:was|were|is|are|been) (?:safe|spared|excluded|out of reach|beyond (?:their |its )?reach))\b/g;

/** After a negation: nobody says that it is not so, only that nothing speaks for it. */
const NO_EVIDENCE =
  /(?:\b(?:no|not|without|nothing|never)|n't)(?: [\w-]+){0,3}? (?:evidence|indications?|indicating|indicate|indicates|signs?|proof|reason to|suggestion|suggest|suggests|suggesting|aware|believe|believed|think|thought|appear|appears|seem|seems|likely|likelihood|expected|trace|traces)\b|\b(?:has|have|had|did|does|do)(?: not|n't)(?: yet| so far)? (?:identif(?:y|ied)|found|find|detect(?:ed)?|uncover(?:ed)?|observed?|seen|see) |\bunlikely\b/g;

/** After a negation: nothing is said about the matter at all. */
const SAYS_NOTHING =
  /\bno (?:(?:further|more|other|additional|immediate|official) )?(?:details?|word|response|reply|confirmation|mention|comment|information (?:on|about))\b|(?:\b(?:not|never|cannot)|n't)(?: [\w-]+){0,2}? (?:know|say|said|saying|disclosed?|disclosing|reveal(?:ed)?|revealing|shared? (?:any )?(?:further )?(?:details|information|how|what|whether)|specif(?:y|ied)|confirm(?:ed)?|confirming|clarif(?:y|ied)|comment(?:ed)?|stat(?:e|ed)|provided? (?:any )?(?:more |further |additional )?(?:details|information)|known|clear|determined?|detail(?:ed)?|immediately clear|respond(?:ed)?|repl(?:y|ied))\b|\b(?:unclear|(?:is|are|was|were|remains?|remained|still|currently) (?:still |as yet )?unknown|unspecified whether|remains to be seen|declined to|refused to (?:say|comment|confirm)|yet to (?:reveal|disclose|say|confirm|share|determine|comment|respond|reply)|undisclosed whether)\b/g;

/** Words that leave it open whether it is so. */
const HEDGE =
  /\b(?:may|might|could(?! (?:not|only)\b)|potential|potentially|possible|possibly|perhaps|maybe|probably|likely|(?:is|are|was|were|been|it's) (?:\w+ly )?(?:believed|thought|feared|suspected|understood|assumed)|believed to|thought to|understood to|feared|fears?|suspected of|suspects?|suspected|appears?|appeared|apparently|seems?|seemed|seemingly|presumably|presumed|suggests?|suggesting|suggested|indicat(?:es|ing) that|hints?(?! questions?)|consistent with|hallmarks of|resembl(?:es|ed|ing)|look(?:s|ed) like|speculation|speculated|conjecture|unconfirmed|rumou?red|(?:not|cannot|n't|unable to|impossible to) (?:yet |be |be able to |been |fully |completely )?(?:rule|ruled) out|not necessarily|at risk)\b/g;

/** Victims say "we believe" of what they know: no hedge by the codebook's labels. */
const HEDGE_BY_PERSON =
  /\b(?:experts?|analysts?|researchers?|officials?|investigators?|police|authorities|sources) (?:\w+ )?(?:believes?|thinks?|suspects?|fears?|assumes?)\b/g;

const CONDITION =
  /\b(?:if|whether|unless|even without|in case|should you|what if|in the event|assuming|provided that|to (?:prove|ensure|verify|determine|establish|confirm|check|find out)(?: that| if| whether)?)\b/g;

/** Advice, habits and general truths. */
const GENERIC =
  /\b(?:typically|usually|often|commonly(?! (?:available|known|called|referred|used))|generally(?! (?:contain|includ|hold|available))|frequently|normally|in general|tend to|tends to|should(?! have been\b)|must(?! have been\b)|ought to|would be wise|advis(?:e|es|ed|ing) (?:\w+ ){0,3}(?:to|against)|recommend(?:s|ed|ing)?|urg(?:es|ed|ing)|encourag(?:es|ed|ing)|remind(?:s|ed|ing)?|beware|be (?:wary|vigilant|cautious|careful|suspicious)|remain vigilant|never (?:share|ask|give|enter|use|reuse|click)|don't (?:share|give|enter|use|reuse|click)|do not (?:share|give|enter|reuse|click)|make sure|consider|keep an eye|such (?:attacks|data|information|details|breaches) (?:can|may|could|is|are|will)|(?:attackers|hackers|criminals|cybercriminals|scammers|fraudsters|thieves|crooks|threat actors|phishers|they|you|victims|users|customers|companies|businesses|organi[sz]ations) can|can be (?:used|exploited|abused|sold)|(?:is|are) (?:a type|the automated|a form|an? \w+ (?:technique|type) ))\b/g;

export const CUES = {
  notANegation: gated(NOT_A_NEGATION),
  preNominal: gated(PRE_NOMINAL),
  verbal: gated(VERBAL),
  denial: gated(DENIAL),
  untouched: gated(UNTOUCHED),
  noEvidence: gated(NO_EVIDENCE),
  saysNothing: gated(SAYS_NOTHING),
  hedge: gated(HEDGE),
  hedgeByPerson: gated(HEDGE_BY_PERSON),
  condition: gated(CONDITION),
  generic: gated(GENERIC),
} as const;
