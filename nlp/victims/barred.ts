import { type Gated, gated } from '../gate/index.ts';
import { perText } from '../gate/per-text.ts';
import { GROUP, marksIn } from './skeleton.ts';

/** Each captures a group of firms that the words make the customer, the doer, the bait or the property, not the victim. */
const BARRED: readonly Gated[] = [
  // "the supplier behind A and B was hit", "a software firm that provides services to stores, including A"
  gated(
    new RegExp(
      `\\b(?:firm|company|provider|vendor|supplier|contractor|maker|accountants?|manufacturer)s? (?:[§¤◊]\\d{0,3},? )?(?:for|of|to|behind|serving|used by|(?:that |which )?(?:provid\\w+|serv\\w+|suppl\\w+|works?|working) [^.;§¤]{0,40}?(?:for|to|including|such as)) [^.;§¤,]{0,40}(?:, (?:including|among them|such as) )?(${GROUP})`,
      'g',
    ),
  ),
  // "the owner of A", "A and B owner hit": the owner is the victim
  gated(
    new RegExp(
      `(${GROUP}) (?:brand |parent |store )?(?:owners?|parent|operators?|suppliers?|vendors?|contractors?|franchisees?|landlord)\\b(?! of)`,
      'g',
    ),
  ),
  // "the group, which owns A, B and C", "A, owned by B": property is not hit with its owner
  gated(
    new RegExp(
      `\\b(?:owns?|owning|owned by|owner of|parent (?:company )?of|operates|runs|(?:brands|chains|labels) (?:such as|including|like)) (?:[a-z'-]+ ){0,5}?(${GROUP})`,
      'g',
    ),
  ),
  // "sues A over data theft", "A is accused of spying": the firm is said to have done it
  gated(
    new RegExp(
      `\\b(?:sue[sd]?|suing|accus\\w+|alleg\\w+ that) [^.;§¤]{0,40}(${GROUP})[^.;§¤]{0,60}\\b(?:thefts?|steal\\w*|spy\\w*|spyware|harvest\\w*|collect\\w*|track\\w*|selling)\\b`,
      'g',
    ),
  ),
  gated(
    new RegExp(
      `(${GROUP})[^.;§¤]{0,20} (?:accused of|sued for) (?:spy\\w*|steal\\w*|harvest\\w*|collect\\w*|track\\w*|selling|sharing)\\b`,
      'g',
    ),
  ),
];

/** The mention indexes of firms that stand in a skeleton (see skeleton.ts) as somebody else's customers, brands or culprits. */
export const barredIn = perText(
  (skeleton): ReadonlySet<number> =>
    new Set(
      skeleton.includes('§')
        ? BARRED.flatMap(pattern => pattern.all(skeleton).flatMap(match => marksIn(match[1] ?? '')))
        : [],
    ),
);
