import type { Claim, DataValue } from '#domain/claim.ts';
import { canonicalValue } from '#domain/decision.ts';
import { instantOf } from '#domain/instant.ts';
import type { DataType, DateEvent, MoneyMetric } from '#domain/vocabulary.ts';
import { detailOf, exclude } from './details.ts';
import type { Draft } from './draft.ts';

const CONTACT: ReadonlySet<DataType> = new Set<DataType>(['email-addresses', 'phone-numbers', 'physical-addresses']);
/** What is not about a person: whoever says that no personal data was taken says nothing of these. */
const IMPERSONAL: ReadonlySet<DataType> = new Set<DataType>([
  'corporate-data',
  'source-code',
  'auth-tokens',
  'gift-cards',
]);
/** Sums of which an incident has one. Shares, sales and profits move from day to day; fines and settlements are many. */
const ONE_SUM: ReadonlySet<MoneyMetric> = new Set<MoneyMetric>([
  'cost',
  'insurance',
  'ransom-demand',
  'ransom-payment',
]);
/** Moments of which an incident has one. */
const ONE_DAY: ReadonlySet<DateEvent> = new Set<DateEvent>(['intrusion', 'discovered']);
/** Roles that one attacker has; any number of people can be suspects, and any number of gangs boast. */
const ONE_ACTOR: ReadonlySet<string> = new Set(['perpetrator', 'ransomware-operator']);

/** Whether saying that `whole` was not taken says the same of `part`. */
const covers = (whole: DataType, part: DataType): boolean =>
  whole === part ||
  (whole === 'personal-data' && !IMPERSONAL.has(part)) ||
  (whole === 'contact-details' && CONTACT.has(part));

const isDenied = ({ event }: Draft): boolean => event.certainty === 'denied';

/** Whether a data event says, in the end, that the data is gone: "taken", or a denial of "not taken". */
const saysTaken = (draft: Draft, value: DataValue): boolean => (value.polarity === 'taken') !== isDenied(draft);

const dataContradict = (a: Draft, left: DataValue, b: Draft, right: DataValue): boolean => {
  if (saysTaken(a, left) === saysTaken(b, right) || left.subject !== right.subject) return false;
  const [kept, gone] = saysTaken(a, left) ? [right, left] : [left, right];
  return covers(kept.type, gone.type);
};

/** An article that names both of two attackers in one role tells of them together. */
const toldTogether = (a: Draft, b: Draft): boolean => {
  const articles = new Set(a.claims.map(({ article }) => article.articleId));
  return b.claims.some(({ article }) => articles.has(article.articleId));
};

const jointly = (claim: Claim): string => (claim.sharedWith ?? []).toSorted().join('+');

/** Figures of one and the same thing that cannot both be true. */
const figuresExclude = (a: Claim, b: Claim): boolean => {
  const [left, right] = [detailOf(a), detailOf(b)];
  if (left === undefined || right === undefined || !exclude(left, right) || jointly(a) !== jointly(b)) return false;
  if (a.kind === 'people' && b.kind === 'people')
    return a.value.sense === 'affected' && b.value.sense === 'affected' && a.value.subject === b.value.subject;
  if (a.kind === 'date' && b.kind === 'date') return a.value.what === b.value.what && ONE_DAY.has(a.value.what);
  if (a.kind !== 'money' || b.kind !== 'money') return false;
  const same = a.value.metric === b.value.metric && a.value.currency === b.value.currency;
  return same && a.value.per === b.value.per && ONE_SUM.has(a.value.metric);
};

/** Not published any more once it was said to be published: before that, both were true, each in its time. */
const leaksContradict = (a: Draft, b: Draft): boolean => {
  if (a.lead.kind !== 'leak' || b.lead.kind !== 'leak' || isDenied(a) || isDenied(b)) return false;
  const [published, kept] = a.lead.value.state === 'published' ? [a, b] : [b, a];
  if (published.lead.kind !== 'leak' || published.lead.value.state !== 'published') return false;
  if (kept.lead.kind !== 'leak' || kept.lead.value.state !== 'not-published') return false;
  const [first, then] = [instantOf(published.event.firstReportedAt), instantOf(kept.event.firstReportedAt)];
  return first !== undefined && then !== undefined && first < then;
};

const ransomPaid = (claim: Claim): boolean | undefined => {
  if (claim.kind === 'money' && claim.value.metric === 'ransom-payment') return true;
  if (claim.kind !== 'response') return undefined;
  if (claim.value.action === 'ransom-paid') return true;
  return claim.value.action === 'ransom-refused' ? false : undefined;
};

const ransomsContradict = (a: Draft, b: Draft): boolean => {
  const [left, right] = [ransomPaid(a.lead), ransomPaid(b.lead)];
  return left !== undefined && right !== undefined && left !== right && !isDenied(a) && !isDenied(b);
};

/** What is denied of an event: the same value, or for a figure one that agrees with it. */
const sameThing = (a: Claim, b: Claim): boolean => {
  if (a.kind === 'people' || a.kind === 'money' || a.kind === 'date') {
    const [left, right] = [detailOf(a), detailOf(b)];
    const alike = left !== undefined && right !== undefined && !exclude(left, right);
    if (a.kind === 'people' && b.kind === 'people')
      return alike && a.value.sense === b.value.sense && a.value.subject === b.value.subject;
    if (a.kind === 'money' && b.kind === 'money')
      return alike && a.value.metric === b.value.metric && a.value.currency === b.value.currency;
    return alike && a.kind === 'date' && b.kind === 'date' && a.value.what === b.value.what;
  }
  return canonicalValue(a.value).toLowerCase() === canonicalValue(b.value).toLowerCase();
};

const twoForOneRole = (a: Draft, b: Draft): boolean => {
  if (a.lead.kind !== 'actor' || b.lead.kind !== 'actor' || isDenied(a) || isDenied(b)) return false;
  const { name, role } = a.lead.value;
  if (role !== b.lead.value.role || name.toLowerCase() === b.lead.value.name.toLowerCase()) return false;
  return ONE_ACTOR.has(role) && !toldTogether(a, b);
};

/**
 * Whether two events cannot both be true: denied and asserted, not taken and taken (who says that no personal data was
 * taken is contradicted by who says that names were), figures that exclude each other, two attackers for one role.
 */
export const contradict = (a: Draft, b: Draft): boolean => {
  if (ransomsContradict(a, b)) return true;
  if (a.lead.kind !== b.lead.kind) return false;
  if (a.lead.kind === 'data' && b.lead.kind === 'data') return dataContradict(a, a.lead.value, b, b.lead.value);
  if (isDenied(a) !== isDenied(b)) return sameThing(a.lead, b.lead);
  if (isDenied(a)) return false;
  return figuresExclude(a.lead, b.lead) || twoForOneRole(a, b) || leaksContradict(a, b);
};
