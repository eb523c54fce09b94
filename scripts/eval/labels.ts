/** A fact as the codebook writes it; which fields it has depends on its list. */
export interface Fact {
  readonly type?: string;
  readonly polarity?: string;
  readonly name?: string;
  readonly role?: string;
  readonly count?: number;
  readonly sense?: string;
  readonly service?: string;
  readonly state?: string;
  readonly metric?: string;
  readonly amount?: number;
  readonly min?: number;
  readonly max?: number;
  readonly percent?: number;
  readonly currency?: string;
  readonly action?: string;
  readonly what?: string;
  readonly date?: string;
  readonly precision?: string;
  readonly certainty?: string;
  readonly by?: string;
  readonly quote?: string;
  /** Ours alone: which rule found it, and how sure it is. */
  readonly rule?: string;
  readonly sharedWith?: readonly string[];
  readonly confidence?: number;
}

/** The lists of facts that are scored, as the codebook names them. */
export const FIELDS = [
  'attack',
  'actors',
  'data',
  'people',
  'services',
  'money',
  'responses',
  'leak',
  'legal',
  'dates',
] as const;
export type Field = (typeof FIELDS)[number];

export type LabelledIncident = {
  readonly victim: string;
  readonly key: string;
  readonly role: string;
} & { readonly [F in Field]?: readonly Fact[] };

/** What an article says, in the form of the codebook: a label, or what the program read. */
export interface Labels {
  readonly id: string;
  readonly relevant: boolean;
  readonly incidents?: readonly LabelledIncident[];
}

/** An article of a measuring set. */
export interface Article {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly published?: string;
  readonly source?: string;
}
