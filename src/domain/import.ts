/** One article as an import gives it: its words, or its page, or only where it is. */
export interface ImportRow {
  /** The id that its owner gave it; kept and shown as the article's external id. */
  readonly id?: string;
  readonly url?: string;
  readonly source?: string;
  readonly title?: string;
  /** UTC ISO 8601 or a bare day. */
  readonly published?: string;
  readonly text?: string;
  readonly html?: string;
}
