import { retailerRow } from '../entities.ts';
import type { Mention, Sentence } from '../types.ts';
import type { Cast } from '../victims/cast.ts';
import { GROUP, marksIn, type Skeleton } from '../victims/skeleton.ts';

/** Victims named together, and the stretch of the sentence that speaks of them only in passing. */
export interface Group {
  readonly ids: readonly string[];
  readonly start: number;
  readonly end: number;
  /** Document offsets of an aside ("following the attacks on M&S and Co-op"); only spans inside speak of the group. */
  readonly aside?: readonly [number, number];
  /** Firms a victim does business with: the sentence goes on speaking of the victim. */
  readonly passing?: true;
}

const GROUPS = new RegExp(GROUP, 'g');
const ASIDE =
  /\b(?:follow(?:s|ed|ing)|after|similar to|like|unlike|as well as|alongside|than|weeks? after|days? after|months? after|in the wake of|same hackers who|joining|such as|along with|(?:which|that|who)(?: have| has| had)? also (?:hit|affected|struck|breached|compromised|targeted|snared|ensnared|impacted|claimed))\b[^,;.]{0,90}(?:, (?:including|like|such as) )?$/;
/** Whom a victim sells to, buys from or belongs to: named on the way, they have no part in what is told of it. */
const BUSINESS = new RegExp(
  [
    '\\bour $',
    '\\b(?:(?:suppl(?:y|ies|ied|ying)|serv(?:es|ing)|own(?:s|ing)|operates|operating|counts)|(?:distribut|deliver|ship|sell|cater)(?:s|es|ing)(?: [\\w-]+){0,6} to) (?:(?:[\\w-]+ ){0,5}(?:to|for|as) )?(?:(?:[\\w-]+ ){0,4}(?:retailers|chains|supermarkets|stores|shops|grocers|brands|companies|giants|customers|clients|names)(?:,? (?:such as|like|including))? )?$',
    '\\b(?:customers|clients|partners|stockists|buyers)(?:[^,;.§¤]{0,40})?,? (?:such as|like|including|includ(?:e|es|ed)|are) $',
    '\\b(?:supplier|distributor|wholesaler|provider|partner|vendor|owner|parent(?: company)?|operator|manufacturer|maker)s? (?:to|for|of) (?:(?:[\\w-]+ ){0,4}(?:retailers|chains|supermarkets|stores|shops|grocers|brands|companies|giants|customers|clients|names)(?:,? (?:such as|like|including))? )?$',
    '\\b(?:owned|operated|supplied|sold) by $',
    '\\b(?:subsidiary|part|unit|division|arm|brand|label|member|flagship|portfolio) of (?:the )?(?:(?!§|¤)[\\w-]+ ){0,3}$',
    "\\b(?:supplier|distributor|wholesaler|provider|vendor)s? (?:to|for|of) (?:[§¤]\\d+|[\\w-]+)'s? $",
  ].join('|'),
);
/** Who was struck: "have targeted retailers such as". */
const STRUCK_SUCH_AS =
  /\b(?:target(?:ed|ing|s)?|hit(?:ting)?|attack(?:ed|ing|s)?|breach(?:ed|ing|es)?|struck|striking|against|compromis\w+|victims?|impact(?:ed|ing)|affect(?:ed|ing)|hack(?:ed|ing)|extort\w+|disrupt\w+)\b[^.;§¤]{0,50}\b(?:retailers|companies|firms|chains|brands|shops|stores|victims|organi[sz]ations|businesses|names|giants|supermarkets|grocers|restaurants|targets),? (?:such as|including|like) $/;
const ON_GROUP =
  /^['"]? ?(?:[\w'"-]+ ){0,4}?(?:on|at|against|affecting|impacting|involving|targeting|targeted|hitting|hit|of|from|belonging to|include|including|breached|behind|for) ?(?:[\w'"-]+ ){0,5}$/;

/** A holding company stands for those of its shops that are victims. */
const standsFor = (mention: Mention, victims: ReadonlySet<string>): readonly Mention[] =>
  victims.has(mention.id)
    ? [mention]
    : [...victims].filter(id => retailerRow(id)?.parent === mention.id).map(id => ({ ...mention, id }));

/** "Brico, a subsidiary of Maxeda": the firm that another belongs to is named to say who that is. */
const BELONGS_TO =
  /, (?:an?|the|which is|part) (?:[a-z'-]+ ){0,3}?(?:subsidiary|part|unit|division|arm|brand|label|member|parent(?: company)?|owner|operator|owned) (?:of|by) (?:[a-z'-]+ ){0,4}§\d+/g;
/** "§1, which supplies §2 and §3": what it does, to whom. */
const RELATIVE = /, (?:which|who|whose|that) .*$/;

const groupOf = (
  match: RegExpExecArray,
  sentence: Sentence,
  skeleton: Skeleton,
  mentions: readonly Mention[],
  victims: ReadonlySet<string>,
): Group | undefined => {
  const named = marksIn(match[0].replace(BELONGS_TO, '').replace(RELATIVE, ''))
    .flatMap(index => mentions[index] ?? [])
    .flatMap(mention => standsFor(mention, victims));
  const first = named[0];
  const last = named.at(-1);
  const before = skeleton.text.slice(0, match.index);
  const passing = BUSINESS.exec(before);
  const cue = passing ?? (STRUCK_SUCH_AS.test(before) ? null : ASIDE.exec(before));
  const after = match.index + match[0].length;
  const rest = skeleton.text.slice(after);
  if (!first || !last) {
    // firms outside retail, told of in passing: what follows is about them
    if (!cue || !match[0].includes('¤') || rest.includes('§')) return undefined;
    const from = skeleton.at(cue.index);
    return { ids: [], start: from, end: sentence.end, aside: [from, sentence.end] };
  }
  const close = rest.search(/[,;]|\b(?:which|who|that|where)\b/);
  return {
    ids: [...new Set(named.map(({ id }) => id))],
    start: first.start,
    end: last.end,
    ...(cue ? { aside: [skeleton.at(cue.index), close < 0 ? sentence.end : skeleton.at(after + close)] as const } : {}),
    ...(passing ? { passing: true as const } : {}),
  };
};

/** The victims that a sentence names together, group by group. */
export const groupsIn = (
  sentence: Sentence,
  cast: Cast,
  mentions: readonly Mention[],
  victims: ReadonlySet<string>,
): readonly Group[] => {
  const skeleton = cast.skeletons[sentence.index];
  if (!skeleton || !/[§¤]/.test(skeleton.text)) return [];
  const groups: Group[] = [];
  for (const match of skeleton.text.matchAll(GROUPS)) {
    const group = groupOf(match, sentence, skeleton, mentions, victims);
    const last = groups.at(-1);
    if (group === undefined) continue;
    if (last && last.ids.length > 0 && inOneList(sentence, last, group))
      groups[groups.length - 1] = { ...last, ids: [...new Set([...last.ids, ...group.ids])], end: group.end };
    else groups.push(group);
  }
  return groups;
};

/** Names of one enumeration, with names between them that nobody knows: "Adidas, Qantas, Allianz Life, Dior". */
const inOneList = (sentence: Sentence, before: Group, after: Group): boolean => {
  const between = sentence.text.slice(before.end - sentence.start, after.start - sentence.start);
  return /^(?:'s)?(?: [\p{L}'’]+)?(?:,| and\b)/u.test(between) && ENUMERATED.test(between) && !PREDICATE.test(between);
};
/** Capitalised names, with a word or two that say what they are. */
const ENUMERATED = /^[\p{L}\p{N}\s,&.'’-]{1,160}$/u;
const PREDICATE =
  /\b(?:was|were|is|are|be|been|has|have|had|said|says|who|which|that|but|while|after|before|told|suffer\w*|confirm\w*|hit|attack\w*|breach\w*|st[eo]le\w*|stolen|claim\w*|also|did|will|can|would|could|may|might|by|from|when|because|where|its|their|owned?|owns|suppl\w+|linked|disclosed|to|with|then|against|targeted|involving|affecting|in|at|on|by|since|amid|for|behind|the same|a|an)\b/i;

/** The victims of the group of which a span (document offsets) of its sentence speaks. */
export const inGroups = (
  sentence: Sentence,
  groups: readonly Group[],
  start: number,
  end: number,
): readonly string[] => {
  const inside = groups.filter(({ aside }) => aside && aside[0] <= start && end <= aside[1]);
  const open = groups.filter(({ aside }) => !aside);
  const from = inside.length > 0 ? inside : open.length > 0 ? open : groups;
  const next = from.find(group => group.start >= end);
  if (next && ON_GROUP.test(sentence.text.slice(end - sentence.start, next.start - sentence.start).toLowerCase()))
    return next.ids;
  const before = from.filter(group => group.start <= start).at(-1);
  return (before ?? next ?? from[0])?.ids ?? [];
};
