/** An article as an outlet's desk keeps it. */
export interface DemoArticle {
  /** Last part of its address, unique within the outlet. */
  readonly slug: string;
  readonly title: string;
  readonly byline: string;
  /** ISO 8601 with offset. */
  readonly published: string;
  /** ISO 8601 with offset; absent where the article was never changed. */
  readonly modified?: string;
  /** One or two sentences: the standfirst, and the summary in feeds. */
  readonly summary: string;
  /**
   * Blocks between blank lines: a paragraph, `## heading`, `* item` lines, `> pull quote`, `[photo] caption`,
   * `[note] update note`. Lines within a block are joined by a space.
   */
  readonly body: string;
  /** What the later edition prints instead; without `modified` it was changed and nobody was told. */
  readonly revised?: Readonly<Pick<DemoArticle, 'title' | 'summary' | 'body' | 'modified'>>;
  /** `later`: appears with the later edition only. */
  readonly edition?: 'later';
  /** Where the date is left out; shown everywhere when absent. */
  readonly undated?: 'in-feed' | 'everywhere';
  /** Query string that the feed appends to the link, without `?`. */
  readonly tracking?: string;
  /** The page answers with this status instead of the article; the feed still carries its text. */
  readonly pageStatus?: 403;
}
