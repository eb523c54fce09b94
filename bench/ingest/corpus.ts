import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ImportRow } from '#domain/import.ts';
import { decodeText } from '../../ingest/decode.ts';
import { PATHS, readLines } from '../../scripts/eval/shared.ts';

/** A folder with `ground-truth.json` (`{id: {articleBody, url}}`) and `html/<id>.html.gz`. */
export const PAGES = '../shared/corpora/extraction';

/** Whether there is something to measure with. */
export const isCorpusThere = (): boolean =>
  existsSync(join(PAGES, 'ground-truth.json')) && existsSync(PATHS.dev.articles);

/** An article on its way in: a page as it was fetched, or a text. */
export interface Incoming extends ImportRow {
  readonly url: string;
}

/** The first `most` pages of the corpus, as HTML. */
export const pagesOf = (most: number): readonly Incoming[] => {
  const truth: Record<string, { url: string }> = JSON.parse(readFileSync(join(PAGES, 'ground-truth.json'), 'utf8'));
  return Object.entries(truth)
    .slice(0, most)
    .map(([id, { url }]) => {
      const body = gunzipSync(readFileSync(join(PAGES, 'html', `${id}.html.gz`)));
      // Two of them are parts of one page, which would be one article.
      const web = (/^https?:/.test(url) ? url : `https://${url}`).replace('#', '?part=');
      return {
        url: web,
        source: new URL(web).hostname,
        html: decodeText(body, { contentType: undefined, xml: false }),
      };
    });
};

interface Labelled {
  readonly id: string;
  readonly url: string;
  readonly source?: string;
  readonly title: string;
  readonly published?: string;
  readonly text: string;
}

/** The labelled articles, as texts: what is read in them can be scored. */
export const labelledArticles = (): readonly (Incoming & Labelled)[] =>
  readLines<Labelled>(PATHS.dev.articles).map(({ id, url, source, title, published, text }) => ({
    id,
    url,
    source: source ?? new URL(url).hostname,
    title,
    text,
    ...(published === undefined ? {} : { published }),
  }));
