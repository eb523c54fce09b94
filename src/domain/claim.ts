import type {
  ActorRole,
  AttackType,
  Certainty,
  ClaimKind,
  DataType,
  DateEvent,
  DatePrecision,
  Genre,
  IncidentRole,
  LeakState,
  LegalAction,
  MoneyMetric,
  MoneyPeriod,
  PeopleSense,
  Polarity,
  Qualifier,
  ResponseAction,
  Service,
  ServiceState,
  Speaker,
  Subject,
} from './vocabulary.ts';

/** When something happened: an EDTF (ISO 8601-2) date such as `2025-04-22`, `2025-04`, `2025-04-19~`, `2025`. */
export interface EventDate {
  readonly edtf: string;
  readonly precision: DatePrecision;
}

interface ClaimBase<K extends ClaimKind, V> {
  readonly kind: K;
  /** Index of the local incident in `Analysis.incidents`. */
  readonly incident: number;
  readonly value: Readonly<V>;
  readonly certainty: Certainty;
  readonly by: Speaker;
  /** The person or document that speaks, where named: "Stuart Machin", "stock-exchange notice". */
  readonly speaker?: string;
  /** Victim slugs of the other parties of a joint statement. */
  readonly sharedWith?: readonly string[];
  readonly date?: EventDate;
  /** UTC day (`YYYY-MM-DD`) of the update note in which it stands, where it stands in one. */
  readonly noted?: string;
  /** Verbatim, at most 300 UTF-16 units: `documentText(revision).slice(start, end)`. */
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  /** Which rule found it, e.g. `data/list-after-verb`. */
  readonly rule: string;
  /** 0 to 1: how likely the claim is what a careful reader would note. */
  readonly confidence: number;
}

export interface AttackValue {
  type: AttackType;
}
export interface ActorValue {
  name: string;
  role: ActorRole;
}
export interface DataValue {
  type: DataType;
  subject: Subject;
  polarity: Polarity;
}
export interface PeopleValue {
  count: number;
  qualifier: Qualifier;
  subject: Subject;
  sense: PeopleSense;
}
export interface ServiceValue {
  service: Service;
  state: ServiceState;
}
/** Units of `currency` (ISO 4217), or percent; a fall of value, price, profit or sales is negative. */
export interface MoneyValue {
  metric: MoneyMetric;
  amount?: number;
  min?: number;
  max?: number;
  percent?: number;
  currency?: string;
  qualifier: Qualifier;
  per?: MoneyPeriod;
}
export interface ResponseValue {
  action: ResponseAction;
}
export interface LeakValue {
  state: LeakState;
}
export interface LegalValue {
  action: LegalAction;
}
/** A `date` claim says *when*: its `ClaimBase.date` is always present. */
export interface DateValue {
  what: DateEvent;
}

export type AttackClaim = ClaimBase<'attack', AttackValue>;
export type ActorClaim = ClaimBase<'actor', ActorValue>;
export type DataClaim = ClaimBase<'data', DataValue>;
export type PeopleClaim = ClaimBase<'people', PeopleValue>;
export type ServiceClaim = ClaimBase<'service', ServiceValue>;
export type MoneyClaim = ClaimBase<'money', MoneyValue>;
export type ResponseClaim = ClaimBase<'response', ResponseValue>;
export type LeakClaim = ClaimBase<'leak', LeakValue>;
export type LegalClaim = ClaimBase<'legal', LegalValue>;
export type DateClaim = ClaimBase<'date', DateValue> & { readonly date: EventDate };

/** One thing that an article says, with the words that say it. */
export type Claim =
  | AttackClaim
  | ActorClaim
  | DataClaim
  | PeopleClaim
  | ServiceClaim
  | MoneyClaim
  | ResponseClaim
  | LeakClaim
  | LegalClaim
  | DateClaim;

/** One of the incidents that an article tells of, as the article tells it. */
export interface LocalIncident {
  /** Slug of the organisation's usual name: `marks-and-spencer`. */
  readonly victim: string;
  /** The name for people: `Marks & Spencer`. */
  readonly name: string;
  readonly role: IncidentRole;
  /** Month (`YYYY-MM`) or year (`YYYY`) in which it became known, as far as this article tells. */
  readonly known: string;
}

/** What one extractor version reads in one revision. */
export interface Analysis {
  /** Name and version of the extractor, e.g. `rules-1`. A change of rules changes it. */
  readonly extractor: string;
  /** ISO 639-1 code, or `und`. */
  readonly language: string;
  /** `not-analysed`: the language is not one that the rules read. */
  readonly status: 'analysed' | 'not-analysed';
  readonly relevant: boolean;
  readonly genre: Genre;
  readonly incidents: readonly LocalIncident[];
  readonly claims: readonly Claim[];
}

/** Longest quote that is ever shown, in UTF-16 units. */
export const MAX_QUOTE = 300;
