import type { Claim, EventDate } from '#domain/claim.ts';
import type { Certainty, IncidentRole, Speaker } from '#domain/vocabulary.ts';

/** What an extractor is given: an article's words and when they were published. */
export interface ArticleText {
  readonly title: string;
  readonly text: string;
  /** UTC ISO 8601 or a bare day: relative dates are resolved against it. */
  readonly publishedAt?: string;
  /** Outlet, e.g. `theregister.com`. */
  readonly source?: string;
}

/** What part of an article a piece of text is. `furniture` (links, newsletter boxes, bylines) makes no claims. */
export type BlockKind =
  | 'headline'
  | 'heading'
  | 'standfirst'
  | 'paragraph'
  | 'list-item'
  | 'quotation'
  | 'update-note'
  | 'furniture';

/** A run of the document; offsets are UTF-16 into `documentText`. */
export interface Block {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
  /** UTC day of the update note to which it belongs. */
  readonly noted?: string;
}

export interface Token {
  /** As written. */
  readonly text: string;
  /** Lower case, typographic quotes and dashes made plain. */
  readonly norm: string;
  readonly start: number;
  readonly end: number;
}

export interface Sentence {
  /** Position among the document's sentences. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The text in plain lower case, every UTF-16 unit in its place: what rules read (see `scope/plain.ts`). */
  readonly letters: string;
  readonly tokens: readonly Token[];
  readonly block: Block;
  /** Index of the block among the document's blocks. */
  readonly blockIndex: number;
}

/** A gazetteer entity named in the text. */
export interface Mention {
  readonly kind: 'retailer' | 'organisation' | 'actor';
  /** Slug: `marks-and-spencer`, `dragonforce`. */
  readonly id: string;
  /** Usual name: `Marks & Spencer`. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  /** How it was found: by a gazetteer name, by what the text says of it, or by reference ("the retailer"). */
  readonly via: 'name' | 'described' | 'reference';
}

/** A local incident while it is being read, and which sentences tell of it. */
export interface IncidentDraft {
  readonly victim: string;
  readonly name: string;
  readonly role: IncidentRole;
  readonly known: string;
}

/** What the words around a span make of it. */
export interface Scope {
  /** "no", "not", "without", "did not include", "unaffected" … governs the span. */
  readonly negated: boolean;
  /** "may", "could", "potentially", "believed", "feared" … */
  readonly hedged: boolean;
  /** "if", "whether", a question: says nothing. */
  readonly conditional: boolean;
  /** A general truth, advice, or a habit of a gang: "attackers typically steal …". */
  readonly generic: boolean;
}

/** Who is heard at a span. */
export interface Attribution {
  readonly by: Speaker;
  readonly speaker?: string;
}

/** One article, read: everything that the claim extractors share. */
export interface Reading {
  readonly article: ArticleText;
  /** `documentText(article)`. */
  readonly text: string;
  /** UTC day of publication. */
  readonly publishedDay?: string;
  /** Whether it reports an actual incident at a retailer; if not, there are no local incidents. */
  readonly relevant: boolean;
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
  readonly incidents: readonly IncidentDraft[];
  /** Local incidents of which a span speaks (indexes; several for a joint statement; none: says nothing of one). */
  incidentsAt(sentence: Sentence, start: number, end: number): readonly number[];
  scopeAt(sentence: Sentence, start: number, end: number): Scope;
  attributionAt(sentence: Sentence, start: number, end: number): Attribution;
  /** The certainty that goes with a span's scope and speaker by the codebook (confirmed, claimed, reported, possible). */
  certaintyAt(sentence: Sentence, start: number, end: number): Certainty;
  /** Dates stated in the sentence, resolved against publication or the update note. */
  datesIn(sentence: Sentence): readonly DateMention[];
}

export interface DateMention {
  readonly date: EventDate;
  readonly start: number;
  readonly end: number;
}

/** Reads one kind of claim. Registered in `nlp/claims/index.ts`. */
export type Extractor<C extends Claim = Claim> = (
  reading: Reading,
  /** What the extractors ahead of it in the registry found, so that nothing is read twice. Absent: it reads it itself. */
  before?: readonly Claim[],
) => readonly C[];
