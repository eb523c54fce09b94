import { readdirSync, readFileSync } from 'node:fs';
import type { CodebookLabels } from './score.ts';

/** An article of our own with what a careful reader notes of it, labelled by the codebook before any program read it. */
export interface LabelledArticle {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  /** UTC day. */
  readonly published: string;
  /** ISO 639-1; absent where English. */
  readonly language?: string;
  readonly text: string;
  readonly labels: CodebookLabels & { readonly genre: string; readonly status?: 'not-analysed' };
}

/** All labelled articles of `own/`, a file each, by file name. */
export const ownArticles = (): readonly LabelledArticle[] => {
  const folder = new URL('own/', import.meta.url);
  return readdirSync(folder)
    .toSorted()
    .map(name => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as LabelledArticle);
};
