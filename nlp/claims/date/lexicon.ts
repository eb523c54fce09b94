import type { DateEvent } from '#domain/vocabulary.ts';
import { type Gated, gated } from '../../gate/index.ts';
import { perText } from '../../gate/per-text.ts';

/** Words of one manner of telling, and which events a date beside them may be that of. */
interface Family {
  readonly name: string;
  readonly words: string;
  readonly tells: readonly DateEvent[];
}

const THINGS =
  '(?:data|files?|documents?|information|records?|database|dataset|details|archive|credentials|loot|trove)';
const ACCESS_WORDS =
  '(?:access|acquir|cop(?:i|y)|exfiltrat|view|download|obtain|remov|retriev|scrap|harvest|siphon|skimm|extract|expos|collect)(?:ed|e?ing)';

const FAMILIES: readonly Family[] = [
  { name: 'attack', words: '(?:cyber ?-?)?attacks?|assault|onslaught|strike', tells: ['attack'] },
  { name: 'malware', words: 'ransomware|malware|virus|worm|infections?|outbreak', tells: ['attack'] },
  {
    name: 'incident',
    words: '(?:security |cyber )?(?:incidents?|events?|issues?)(?= |[.,;])|crime|extortion',
    tells: ['attack', 'intrusion'],
  },
  { name: 'breach', words: 'breach(?:es)?|leaks?|theft|compromise|exposure', tells: ['intrusion', 'attack', 'leaked'] },
  { name: 'breached', words: 'breached|compromised|hacked', tells: ['intrusion', 'attack'] },
  {
    name: 'hack',
    words: 'hacks?|hacking|intrusions?|intruded|broke in(?:to)?|broken in(?:to)?|infiltrat\\w+|penetrat\\w+|break-?in',
    tells: ['intrusion', 'attack'],
  },
  {
    name: 'struck',
    words:
      'attacked|struck|hit(?:s|ting)?|targeted|crippled|encrypt(?:ed|ing|s)?|knocked|infected|paraly[sz]ed|disrupted|impacted|affected|disabled|locked (?:up|out)|crashed',
    tells: ['attack', 'intrusion'],
  },
  {
    name: 'suffered',
    words:
      'suffer(?:ed|ing|s)|experienc(?:ed|ing|es)|(?:fell|fallen|falling|became|was|were|been|is) (?:a |the |another )?(?:latest )?(?:victims?|target)|subject(?:ed)? (?:to|of)|fac(?:ed|ing)|underwent|sustained|encountered|dealing with|battling|grappling',
    tells: ['attack', 'intrusion'],
  },
  {
    name: 'access',
    words: `(?:gain|obtain|secur|maintain|had|hav)\\w* (?:\\w+ ){0,3}?access|unauthori[sz]ed (?:access|activity|party|person|actor)|initial access|${ACCESS_WORDS}|stole|stolen|stealing|steal|took (?:\\w+ ){0,3}${THINGS}|taken|accessible`,
    tells: ['intrusion', 'attack'],
  },
  {
    name: 'occurred',
    words:
      'occurr(?:ed|ing|s)|took place|taking place|happen(?:ed|ing)|(?:began|begun|beginning|started|starting|commenced|launched|triggered|unfolded)(?! (?:sending|notifying|informing|alerting|contacting|mailing|e-?mailing|selling|investigating|an? (?:investigation|probe|review)|restoring))|dat(?:es?|ed|ing) (?:back|from|to)|traced',
    tells: ['attack', 'intrusion'],
  },
  {
    name: 'discovered',
    words:
      'discover(?:ed|s|ing|y)|detect(?:ed|ing|s|ion)?|spotted|notic(?:ed|ing)|uncovered|came across|first (?:seen|saw|observed)|stumbled',
    tells: ['discovered', 'claimed'],
  },
  {
    name: 'aware',
    words:
      '(?:be(?:came|come|coming|comes)|made|been|were|was) (?:first )?aware|learn(?:ed|t)|(?:was|were|been|being) (?:first )?(?:informed|alerted|notified|tipped off|warned|told)(?! that (?:their|your))|(?:received|got) (?:an? )?(?:\\w+ )?(?:alert|warning|notice|notification|word|tip)|alerted',
    tells: ['discovered', 'data-theft-confirmed', 'disclosed'],
  },
  {
    name: 'identified',
    words: 'identif(?:ied|ies|ying)|found|finds|observed',
    tells: ['discovered', 'data-theft-confirmed'],
  },
  {
    name: 'determined',
    words:
      'determin(?:ed|es|ing)|conclud(?:ed|es|ing)|establish(?:ed|es)|(?:investigation|review|analysis|inquiry|forensics?)\\b[^.;,]{0,30}\\b(?:finished|completed|ended|revealed|showed|confirmed)|verified|finished|completed',
    tells: ['data-theft-confirmed', 'discovered'],
  },
  {
    name: 'tells',
    words:
      'disclos(?:ed|es|ing|ure|e)|reveal(?:ed|s|ing)?|announc(?:ed|es|ing)|confirm(?:ed|s|ing|ation)?|admit(?:ted|s|ting)?|acknowledg(?:ed|es|ing|ement)|downplayed|unveil(?:ed|ing)|went public|gone public|came clean|broke the news|(?:became|made|making) public|came to light|publicly|warn(?:ed|ing|s)',
    tells: ['disclosed', 'data-theft-confirmed'],
  },
  {
    name: 'says',
    words:
      'said|says|saying|told|tells|tweeted|wrote|stated|explained|added|posted on (?:its|facebook|x\\b|twitter|social)|took to|apologi[sz]ed|issu(?:ed|ing)|informed|inform(?:ing|s)?|reported|reports|responded',
    tells: ['disclosed', 'data-theft-confirmed', 'claimed'],
  },
  {
    name: 'paper',
    words:
      'statements?|notices?|filings?|(?:press |news )?releases?|announcements?|blog ?posts?|8-k|letters?|notifications?|e-?mails?|messages?|tweets?|faq|advisory|bulletin',
    tells: ['disclosed', 'data-theft-confirmed'],
  },
  {
    name: 'notifies',
    words:
      'notif(?:ied|ying|ies|y)|(?:sent|sending|mailed|mailing|e-?mailed|e-?mailing|contacted|contacting|alerting|filed|submitted|submitting|filing with|wrote to|writing to)',
    tells: ['disclosed', 'data-theft-confirmed'],
  },
  {
    name: 'claims',
    words:
      'claim(?:ed|s|ing)? (?:\\w+ ){0,2}?(?:responsibility|credit|attack|hack|breach|victim)|claim(?:ed|s|ing)?|took (?:credit|responsibility)|boasted|bragged|threaten(?:ed|ing|s)|demand(?:ed|ing|s)?|extort\\w*',
    tells: ['claimed'],
  },
  {
    name: 'site',
    words:
      '(?:data |dark ?web |extortion |tor )*leaks? (?:web ?)?(?:site|page|portal|blog)|(?:dark ?web|darknet|extortion|onion|shame) (?:site|blog|portal|page|forum)?|list of (?:its )?victims|victims? list|(?:hacking|hacker|cybercrime|underground|criminal|breach|popular) forums?(?: post)?|forum|breachforums|raidforums|telegram',
    tells: ['claimed', 'leaked'],
  },
  {
    name: 'lists',
    words:
      'listed|listing|list(?:s)? (?:the|it)|added|adding|posted|posting|named|appear(?:ed|s|ing)|showed up|advertis(?:ed|ing|ement)|(?:put|offer|offered|up|placed)(?:ting)? (?:\\w+ ){0,4}for sale|on sale|selling|auction\\w*|countdown|thread',
    tells: ['claimed', 'leaked'],
  },
  {
    name: 'leaked',
    words: `leaked|leaking|dumped|dumping|(?:publish|releas|upload|shar|post)(?:ed|ing) (?:\\w+ ){0,4}?${THINGS}|${THINGS} (?:\\w+ ){0,3}(?:published|released|uploaded|posted|shared)|published|made available|data leak|massive leak`,
    tells: ['leaked', 'claimed'],
  },
  {
    name: 'stops',
    words:
      '(?:suspend|halt|paus|clos|shut|stopp|disabl|disconnect|cancel)(?:ed|ing|s)?(?: down| off)?|shutdown|outages?|offline|down(?= (?:since|on|for))|taken down|took down|went (?:down|dark)|gone (?:down|dark)|cut off|unavailable|unreachable|inaccessible|disruptions?|closures?|switched off|pulled the plug',
    tells: ['service-suspended', 'attack'],
  },
  {
    name: 'returns',
    words:
      'restor(?:ed|ing|es)|resum(?:ed|es|ing)|re-?open(?:ed|ing|s)?|back (?:online|up|in operation|to normal|on)|relaunch(?:ed|ing)?|restart(?:ed|ing)|return(?:ed|ing)? to (?:normal|service|operation)|recovered|came back|brought back|fully operational|up and running|reconnected|reactivated',
    tells: ['service-restored'],
  },
  {
    name: 'arrest',
    words: 'arrest(?:ed|s)?|detained|(?:taken )?in(?:to)? custody|apprehended|raided',
    tells: ['arrest'],
  },
  {
    name: 'court',
    words:
      'sentenc(?:ed|ing)|jailed|lawsuits?|suits?|complaint|class[- ]actions?|sued|initial appearance|appear(?:ed|ing)? (?:in court|before)|arraigned|convicted|plead(?:ed)?|pled|court|trial|hearing|found guilty|indict(?:ed|ment)|charged',
    tells: ['court'],
  },
  {
    name: 'results',
    words:
      '(?:full-year|half-year|half-yearly|annual|interim|preliminary|quarterly|(?:first|second|third|fourth)-quarter|financial|final|operating|year-end) (?:and \\w+ )?(?:results|report|accounts|earnings|filings?|numbers|figures)|trading (?:update|statement)|(?:results|earnings) (?:release|call|report|statement)|stock exchange',
    tells: ['results'],
  },
  {
    name: 'elsewhere',
    words:
      'first reported|reported first|(?:told|spoke to|shared with|contacted|sent to|according to|said to|reported by|seen by) (?:the )?(?:bleepingcomputer|bbc|register|guardian|reuters|bloomberg|record|techcrunch|zdnet|cnn|times|journal|media|reporters)|according to|researchers?|experts?|investigat(?:ed|ing|ors|ion)',
    tells: [],
  },
];

/** Names of the families, for the fit. */
export type FamilyName = string;

/** Words of a family in a plain sentence; offsets into it. */
export interface Cue {
  readonly family: FamilyName;
  readonly tells: readonly DateEvent[];
  readonly start: number;
  readonly end: number;
}

const PATTERNS: readonly { readonly family: Family; readonly pattern: Gated }[] = FAMILIES.map(family => ({
  family,
  pattern: gated(new RegExp(`(?<![\\w-])(?:${family.words})(?![\\w])`, 'g')),
}));

/** The words of a plain sentence that may say what happened at a date beside them, in order. */
export const cuesIn = perText((letters): readonly Cue[] =>
  PATTERNS.flatMap(({ family, pattern }) =>
    pattern.all(letters).map(match => ({
      family: family.name,
      tells: family.tells,
      start: match.index,
      end: match.index + match[0].length,
    })),
  ).sort((a, b) => a.start - b.start),
);
