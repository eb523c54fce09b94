import type { DateEvent } from '#domain/vocabulary.ts';
import { gated } from '../../gate/index.ts';
import { namesOfKinds } from '../../gazetteer/kinds.ts';

/** Words that say what happened at a date beside them. */
export interface EventCue {
  readonly what: DateEvent;
  readonly words: string;
  /** Must stand somewhere in the sentence. */
  readonly beside?: RegExp;
  readonly unless?: RegExp;
  /** Subtracted from the distance: a telling word wins over a vague one that stands a little nearer. */
  readonly weight?: number;
}

const ATTACK_NOUN =
  /\b(?:attacks?|cyber\w*|hack\w*|breach\w*|(?:had|been|were|was|have|may have been) exposed|gained (?:\w+ )?access|(?:suspicious|unusual|unauthori[sz]ed|malicious) (?:activity|access|party)|outages?|disruptions?|downtime|technical (?:issues|problems|difficulties)|thieves|got hold of|incidents?|intrusion|ransomware|security issue|(?:data|information|passwords|details)(?: \w+){0,4} (?:stolen|taken|accessed|compromised|exposed)|stolen|notif\w+|virus|infection|malware|unauthori[sz]ed|illegal(?:ly)?|intruders?|leak\w*|break-?in|accessed|compromised|extort\w*|crypto-?lock\w*|encrypted|(?:their|its|customers'?|personal) (?:data|details|information))\b/;
const DATA_GONE =
  /\b(?:contain(?:ed|s)|includ(?:ed|es)|involv(?:ed|es)) (?:[\w']+ ){0,4}(?:personal|customer|employee|private|health|financial) (?:information|data|details)\b|\binformation (?:may|might|could) have been (?:involved|affected|impacted|included)\b|\b(?:data|information|details|records)\b(?: [\w"-]+){0,8} (?:stolen|taken|exfiltrated|accessed|acquired|obtained|copied|compromised|extracted)\b|\bdata (?:exfiltration|theft)\b|\bexfiltration of\b|\b(?:stole|stolen|took|taken|exfiltrated|copied)\b(?: [\w"-]+){0,10} (?:data|information|details|records)\b/;

export const EVENT_CUES: readonly EventCue[] = [
  {
    what: 'other',
    words: `(?:was |were )?(?:first reported|reported first)|(?:told|spoke to|shared with|contacted|sent to) (?:the )?(?:${namesOfKinds('media')})|said the|according to `,
    weight: 8,
  },
  {
    what: 'other',
    words: 'fined|(?:ordered|agreed) to pay|imposed (?:a|an) (?:[\\w£$€.,-]+ ){0,4}(?:fine|penalty)',
    weight: 20,
  },
  {
    what: 'discovered',
    words:
      '(?:was|were|been|being) (?:first )?(?:informed|alerted|notified|tipped off|made aware)(?: (?:by|about|of|to))?(?! (?:on|in) )|discover(?:ed|s|ing)?|detect(?:ed|ing|s)?|(?:be(?:came|come|coming)|made) aware|brought to (?:our|its|their|the \\w+.s) attention|spotted|notic(?:ed|ing)|learn(?:ed|t) (?:of|about|that)|identified (?:\\w+ )?(?:suspicious|unusual|unauthori[sz]ed|a|an|the)|(?:we|it|company|retailer|firm|team) (?:first )?(?:found|observed) (?!no\\b)|uncovered|uncovering|alerted(?= (?!its|their|the|all|some|customers|shoppers|members|users|staff|employees|authorities|police|regulators|law|on|in|that|last|yesterday|today)\\w)|determined(?= on )|identified (?:an? |the )?(?:\\w+ ){0,2}(?:incident|attack|breach|intrusion|activity)|first (?:seen|saw)',
    unless:
      /\b(?:(?:shoppers|customers|users|members|people|readers)(?: \w+){0,8} (?:learn(?:ed|t)|discovered|noticed|spotted)|first (?:spotted|seen|reported|noticed) by|top \d+|(?:ransomware|malware) (?:families|strains|variants|samples)|(?:discover|found|find|identif|spot|detect|report|notic)\w* (?:[\w-]+ ){0,5}(?:vulnerabilit\w+|zero-days?)|(?:vulnerabilit\w+|zero-days?),? (?:[\w-]+ ){0,4}(?:discovered|found|identified|spotted|detected|reported)|proof-of-concept|(?:noticed|discovered|spotted|found|uncovered) by (?:[\w-]+ ){0,3}(?:researchers?|experts?|analysts?|customers|users|shoppers|members|media|reporters?))\b/,
    weight: 12,
  },
  {
    what: 'intrusion',
    words:
      '(?:access|breach|intrusion|leak|theft|skimming|activity)\\b[^.;,]{0,40} (?:began|begun|started|occurred)|gain(?:ed|ing)? (?:\\w+ ){0,2}access|(?:was able to|able to) gain access|intrusions?|unauthori[sz]ed access|(?:first |initially )?breach(?:ed|es)?(?!(?:es|ed)?[ -](?:notif|notices?|letters?|reports?|portal|disclosures?|law|forums|tracker|investigat|response))|broke in(?:to)?|broken into|infiltrat\\w+|(?:first|initially) compromised|hacked into|initial access|had access|(?:maintain|obtain|secur)(?:ed|ing) (?:\\w+ ){0,3}access|(?<!(?:was|were|been|got|being) (?:also )?)hacked?(?! forum|ing)|(?:access|acquir|copi|exfiltrat|view|download|infiltrat|obtain|remov|retriev|scrap|harvest)ed (?:or \\w+ )?(?:without authori[sz]ation|(?:certain |some |its |our |the |customer )*(?:files|data|information|records|systems|network))|(?:files|data|information|records|database|systems) (?:\\w+ ){0,4}(?:accessed|acquired|copied|exfiltrated|stolen|taken|obtained|harvested|scraped|accessible|viewed)|(?:stole|retrieved|scraped|harvested|siphoned|exploited|hijacked|skimmed|broke through|got into|got in)\\b|compromised|(?:attackers?|hackers?|actors?|intruders?|criminals?|thieves|employee|party|person|individual|somebody|someone) (?:\\w+ )?(?:accessed|entered|logged in(?:to)?|got hold of)|data (?:was|were|has been|had been) exposed|(?:security |cyber ?security |cyber ?)?(?:incident|breach|intrusion) (?:that |which )?(?:has |had |have |first |reportedly |likely |is believed to have |is said to have )*(?:\\w+ )?(?:occurr(?:ed|ing)|took place|taken place|happened|began|dates? back|dating)',
    unless: /\bbreach notif/,
  },
  {
    what: 'attack',
    words:
      "(?:was|were|been|got|being) (?:also )?hacked|(?:attack|hack|incident|outage|infection|assault|disruption|problem|issue|troubles?|glitche?|difficultie)s? (?:that |which )?(?:has |had |have |first |reportedly |likely |is believed to have |is said to have )*(?:occurr(?:ed|ing)|took place|taken place|happened|began|begun|started|emerged|arose|surfaced|unfolded|unfolding)|first signs of (?:[\\w'-]+ ){1,6}(?:appeared|emerged|began|surfaced|were seen)|(?:cyber ?-?)?attack(?:ed)?|ransomware (?:attack|incident|infection|outbreak)|fell (?:prey|victim)|fallen victim|(?:became|was|were) (?:a |the |another |the latest )?(?:victims?|targets?) of|(?:experienc|suffer)(?:ed|ing) (?:a|an|the) (?:\\w+ ){0,3}(?:incident|event|attack|infection|outage)|came under attack|locked up|locked out|deploy(?:ed|ing) (?:\\w+ ){0,3}(?:ransomware|malware|encryptor)|infected (?:with|by)|paraly[sz]ed|struck|hit|encrypt(?:ed)?|(?:security|cyber|cyber ?security) incident(?: (?:that |which )?(?:has |had |have |first |reportedly |likely )*(?:occurr(?:ed|ing)|took place|happened|began|started))?|targeted|launched (?:on|against)|(?<!(?:access|breach|intrusion|leak|theft) (?:is |are |was )?)(?:said|believed|thought|understood) to have (?:begun|started|occurred)|disrupted (?:a|an|the) (?:ransomware |cyber )?attack|experienced disruptions?|knocked offline|crippled",
    unless: /\b(?:week in ransomware|attacks in general)\b/,
  },
  {
    what: 'data-theft-confirmed',
    words:
      '(?:confirm(?:ed|s|ing)?|reveal(?:ed|s|ing)?|disclos(?:ed|es|ing)|admit(?:ted|s|ting)|acknowledg(?:ed|es)|said|warn(?:ed)?|(?:inform|tell|told)(?:ed|ing)? (?:\\w+ ){1,3}?)(?: for the first time)?,? ?that|(?:determin|conclud|establish)(?:ed|es) that|learn(?:ed|t) that|(?:investigation|review|analysis),? (?:which |that )?(?:was )?(?:finished|concluded|completed|ended|determined|found|confirmed|revealed)\\b',
    beside: DATA_GONE,
    weight: 14,
  },
  {
    what: 'disclosed',
    words:
      'disclos(?:ed|es|ing|ure|e)|reveal(?:ed|s|ing)?|announc(?:ed|es|ing)|confirm(?:ed|s|ing)?|admit(?:ted|s|ting)|acknowledg(?:ed|es|ing)|inform(?:ed|ing|s)|notif(?:ied|ying)|downplayed|(?:notification|notice|notification letter|disclosure)s? (?:was |were |being )?(?:filed|mailed|submitted)|(?:company|firm|retailer|chain|brand|group|grocer|it|they) (?:\\w+ )?reported(?= (?:on|in|last|this|earlier)\\b)|apologi[sz](?:ed|es|ing) (?:for|to|over)|alert(?:ed|ing) (?:its |their |the |all |some )?(?:customers|members|shoppers|users|staff|employees|clients|investors|partners)|publish(?:ed) (?:a|an) (?:\\w+ )?(?:statement|notice|news release|release)|statement|warn(?:ed|ing) (?:customers|shoppers|that)|went public|began (?:sending|notifying)|reported (?:a|an|the|how|its|that)|said (?:it|that|a|an|its|in a (?:statement|filing|notice))|said(?= (?:on |yesterday|today|late |early |(?:mon|tues|wednes|thurs|fri|satur|sun)day))|(?:in|through|via) (?:a|an|its) (?:[\\w-]+ ){0,3}(?:filing|notice|press release|announcement|blog post|letter)|wrote on (?:its|facebook|x\\b|twitter)|posted on (?:its|facebook|x\\b|twitter|social)|(?:began|begun|started) (?:notifying|informing|alerting|contacting|mailing|e-?mailing|sending)|broke the news|according to (?:an?|its) (?:[\\w-]+ ){0,4}(?:releases?|notices?|notifications?|letters?|statements?|filings?|e-?mails?|announcements?)|(?:press|news) releases?|became public|came to light|came clean|told (?:regulators|authorities|suppliers|partners|shareholders|investors|members|users|investors|customers|patients|shoppers|the public|the market|the (?:london )?stock exchange|staff|employees)|wrote to|sent (?:its |the |out )?(?:notices|letters|notifications)|reported (?:it|an?)|(?:filed|submitted|made) (?:a |an |its |the )?(?:\\w+ )?(?:notice|notification|filing|report|disclosure|8-k)\\b|issued (?:a |an )?(?:[\\w-]+ ){0,3}statement|posted (?:a|an) (?:\\w+ )?(?:statement|notice|message)',
    beside: ATTACK_NOUN,
    weight: 6,
  },
  {
    what: 'disclosed',
    words:
      '(?:told|informing|wrote to) (?:the )?(?:sec|securities and exchange commission|stock exchange|regulators?|investors|shareholders|markets?|asx|analysts)|(?:releas|issu|post|publish)(?:ed|ing) (?:a|an|the following) (?:short |brief |public |official )?(?:statement|notice|tweet|message)|(?:statement|tweet|message|announcement) (?:from|by) the (?:company|retailer|firm|chain|grocer)',
    weight: 8,
  },
  {
    what: 'claimed',
    words:
      '(?:data |dark ?web )?leaks? (?:web ?)?(?:site|page|portal|blog)|list of (?:its )?victims|victims? list|(?:dark ?web|extortion) (?:site|blog|portal|page)|(?:hacking|cybercrime|underground) forum(?: post)?',
    beside:
      /\b(?:add(?:ed|s|ing)|list(?:ed|s|ing)|post(?:ed|s|ing)?|appear(?:ed|s)|publish(?:ed|es|ing)|nam(?:ed|es|ing)|claim(?:ed|s|ing)?|upload(?:ed|ing)|boast(?:ed|s)|announc(?:ed|es)|leak(?:ed|ing)|shared|show(?:ed|s)|entry|spotted|advertis\w+|offer(?:ed|ing|s))\b/,
    unless: /\b(?:known for|run(?:s|ning) a|operates? a|administrator|told)\b/,
    weight: 14,
  },
  {
    what: 'claimed',
    words:
      "claim(?:ed|s|ing)? (?:responsibility|credit|the attack|to have|that it|it had)|listed (?:\\w+ ){0,4}on|added (?:[\\w&'-]+ ){0,4}(?:to|on) (?:its|their|the) (?:data )?(?:leak|site|blog|portal|list)|took (?:credit|responsibility)|boasted|put(?:ting)? (?:\\w+ ){0,4}up for sale|(?:was|is|were|started|began) selling (?:the|a|data|what|stolen)|posted (?:a (?:\\w+ )?(?:message|thread|listing|ad)|an (?:ad|entry|advert\\w*)|about (?:the|it))|(?:listing|thread) (?:was )?(?:appeared|published|posted)|appeared on (?:the|a|its)|named (?:\\w+ ){1,4}on (?:its|their|the)",
    weight: 14,
  },
  {
    what: 'leaked',
    words:
      'leaked|dumped|(?:publish|post|releas|upload)ed (?:the |all |some |of |stolen |its |their |entire |full |internal |customer |more |samples? of |a |\\w+gb |\\d+ ?[a-z]b )*(?:data|files|documents|information|records|database|dataset|archive|trove)\\b|disclosed the (?:\\w+ )?data (?:stolen|taken)|(?:data|files|information|records|database|documents) (?:was|were|has been|have been|had been) (?:\\w+ ){0,2}(?:published|posted|put up|put on sale|offered|released|uploaded|leaked)|(?:briefly |first |later )?published (?:in|on|to) (?:a|the|an) (?:\\w+ ){0,2}(?:forum|leak site|dark web|site)',
    weight: 10,
  },
  {
    what: 'service-suspended',
    words:
      '(?:was|were|been|has|have|had|temporarily) (?:suspended|halted|paused|closed|shut)|outage (?:struck|began|started|hit)|(?:went|going|gone|been|is) (?:down|offline|dark)|taken offline|take (?:down|offline)|took (?:down|offline)|closed since|paused (?:taking |all |its )?(?:online )?orders|stopped (?:taking|accepting)|(?:paus|suspend|halt|stopp|shut)(?:ed|ing)? (?:\\w+ ){0,3}(?:orders|payments|website|site|systems|deliveries|sales|stores|shops|services)',
    weight: 12,
  },
  {
    what: 'service-restored',
    words:
      'restored|resum(?:ed|es|ing)|reopen(?:ed|ing)?|re-open(?:ed|ing)?|back online|back up|relaunch(?:ed)?|restarted|returned to normal',
    weight: 12,
  },
  { what: 'arrest', words: 'arrest(?:ed|s)?|apprehended|detained|taken into custody', weight: 12 },
  {
    what: 'court',
    words:
      'sentenc(?:ed|ing)|jailed|(?:lawsuit|suit|complaint|class action)(?: was| were)? filed|filed (?:a |the |an? proposed )?(?:class[- ]action |proposed |federal )*(?:lawsuit|suit|complaint)|filed in (?:\\w+ ){0,4}court|(?:court |legal )?(?:papers|documents|motion) (?:were |was )?filed|sued|initial appearance|appear(?:ed|ing) (?:in court|before)|arraigned|convicted|pleaded|plead|in court|court (?:hearing|appearance)|on trial|trial|convicted|found guilty|indicted|indictments?(?: \\w+){0,4} (?:filed|returned|unsealed)|(?:returned|unsealed|filed) (?:an? |the )?(?:\\w+ )?(?:indictment|charges)|charged with',
    weight: 10,
  },
  {
    what: 'results',
    words:
      '(?:full-year|half-year|half-yearly|annual|interim|preliminary|quarterly|(?:first|second|third|fourth)-quarter|financial|final|operating|year-end) (?:results|report|accounts|earnings|filings?|numbers|figures)|profit and loss accounts|trading (?:update|statement)|results (?:release|statement)|earnings (?:release|call|report)|filing with the (?:london )?stock exchange',
    beside: /\b(?:publish\w*|releas\w+|report\w*|said|filing|posted|announc\w+|unveil\w*|present\w*)\b/,
    unless: /\b(?:postpon\w+|delay\w+|rescheduled)\b/,
    weight: 16,
  },
];

/** Words of coming back to normal: with a date ahead they make it the expected recovery. */
export const RECOVERY =
  /\b(?:restor\w+|recover\w*|resum\w+|reopen\w*|back (?:online|to normal|up)|disruptions?|(?:pause|suspension|shutdown|closure|stoppage)|last(?:s|ing)? (?:until|at least|into|through)|continue\w*|normal|up and running|return\w*|relaunch\w*|fully operational|stocked|back|cannot|will not|won't|resolved|repaired|fixed)\b/;
/** Words that look forward. */
export const FORWARD =
  /\b(?:expect\w*|set to|due to|until|till|by|before the end of|target\w*|extend\w*|hop(?:es?|ing)|aim\w*|plan(?:s|ned|ning)?|will|would|forecast\w*|anticipat\w*|scheduled|estimat\w*)\b/;
/** Outlets, authorities and those who look into attacks, by name. */
const NAMED_SPEAKER = namesOfKinds('media', 'security-firm', 'law-enforcement', 'regulator', 'government', 'software');
/** Somebody else's word is no disclosure by the victim. */
export const OTHER_SPEAKER = new RegExp(
  `\\b(?<!\\b(?:with|to|from|at|by|of) (?:the )?(?:us |u\\.s\\. )?)(?:president|guarantor|regulator|watchdog|commissioner|police|researchers?|attorney general|media|experts?|analysts?|sources|minister|agency|government|gang|hackers|attackers|threat actors?|ransomware group|security service|department|treasury|judge|magistrate|lawyers?|attorneys?|senator|agencies|ministry|treasury department|white house|senate|authorities|prosecutors|us president|survey|study|poll|research|white paper|commission|court|${NAMED_SPEAKER})\\b(?:'s)?\\)?(?: (?!(?:company|firm|retailer|chain|grocer|jeweller|brand|we)\\b)[\\w'()-]+){0,7} $`,
);
/** "In a statement issued this week, the agency confirmed". */
export const OTHER_SUBJECT = new RegExp(
  `^,? (?:the |uk's |britain's |us |u\\.s\\. )?(?:president|white house|agencies|department|ministry|commissioner|regulator|watchdog|court|judge|prosecutors?|police|researchers?|attorney general|experts?|agency|government|${NAMED_SPEAKER})\\b`,
);
/** What a gang did before, and what the outlet did to find out. */
export const BACKGROUND = gated(
  /\b(?:gang|group|operation|crew|collective|ransomware-as-a-service|raas)\b[^.;]{0,50}\b(?:launched|started|emerged|began|surfaced|active since|founded|first seen|first spotted|resurfaced|rebranded|relaunched|appeared on the scene|made waves)\b|\b(?:ransomware|malware|strain|locker|trojan|botnet|encryptor|backdoor)\b[^.;]{0,50}\b(?:first (?:spotted|seen|emerged|appeared|surfaced|observed)|was spotted|(?:has|had) rebranded|appeared on the scene|active since)\b|\b(?:ransomware|malware|locker|encryptor|gang|builder|babuk|conti|lockbit|strain)(?:'s)?(?: \w+){0,6} (?:source code|decryptor|builder) (?:was |were |been )*(?:leaked|released|published)\b|\b(?:bleepingcomputer|techcrunch|the register|we) (?:has |have |also )*(?:contacted|asked|reached out|emailed)\b|\b(?:after|when) contact(?:ed|ing)\b/,
);
