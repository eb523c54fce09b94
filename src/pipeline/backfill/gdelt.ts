import { AppError } from '#errors';
import type { PageReader } from '../page.ts';
import type { Planning } from './sitemaps.ts';
import { isWanted, type Target } from './target.ts';

/** The DOC 2.0 API (blog.gdeltproject.org/gdelt-doc-2-0-api-debuts). */
const GDELT_DOC = 'https://api.gdeltproject.org/api/v2/doc/doc';
/** Most articles that one answer holds. */
const MAX_RECORDS = 250;
/** The API asks for no more than one request in five seconds. */
const PAUSE_MS = 5_500;
const DAY_MS = 86_400_000;
/** A stretch of time that is still too full at this length is taken as far as it is given. */
const SHORTEST_MS = 15 * 60_000;

/** A stretch of time, ms since 1970, the end not included. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

interface GdeltArticle {
  readonly url?: unknown;
  readonly title?: unknown;
  readonly seendate?: unknown;
}

const stamp = (ms: number): string => new Date(ms).toISOString().slice(0, 19).replace(/[-:T]/g, '');

/** `20250422T101500Z`, as ISO 8601. */
const seenAt = (text: unknown): string | undefined => {
  const parts = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(String(text));
  return parts === null ? undefined : `${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}:${parts[6]}Z`;
};

const addressOf = (api: string, query: string, { from, to }: Stretch): string => {
  const url = new URL(api);
  const parameters = { query, mode: 'ArtList', format: 'json', maxrecords: String(MAX_RECORDS), sort: 'DateAsc' };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  url.searchParams.set('startdatetime', stamp(from));
  url.searchParams.set('enddatetime', stamp(to - 1_000));
  return url.href;
};

/** A wrong question is answered with a sentence in place of JSON. */
const articlesIn = (text: string, query: string): readonly GdeltArticle[] => {
  if (text.trim() === '') return [];
  try {
    const { articles = [] } = JSON.parse(text) as { articles?: readonly GdeltArticle[] };
    return articles;
  } catch (cause) {
    throw new AppError('invalid-parameter', `GDELT did not answer "${query}": ${text.trim().slice(0, 300)}`, {
      subject: query,
      hint: 'Its rules: words of three letters or more, "phrases" in quotes, (a OR b) in brackets, sourcelang:english.',
      cause,
    });
  }
};

const targetOf = ({ url, title, seendate }: GdeltArticle): Target | undefined => {
  if (typeof url !== 'string' || !URL.canParse(url)) return undefined;
  // When GDELT saw it, which is minutes to hours after it was published.
  const published = seenAt(seendate);
  return {
    url,
    ...(typeof title === 'string' && title !== '' ? { title } : {}),
    ...(published === undefined ? {} : { published }),
  };
};

/** The days from one to another, one by one. */
const daysOf = (from: string, to: string): Stretch[] => {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const days = Math.floor((last - first) / DAY_MS) + 1;
  return Array.from({ length: Math.max(0, days) }, (_, day) => ({
    from: first + day * DAY_MS,
    to: first + (day + 1) * DAY_MS,
  }));
};

/**
 * The articles that the GDELT DOC 2.0 API has for a query, day by day; a day with more than one answer holds is asked
 * for in halves. It goes back about three months.
 *
 * @throws AppError `invalid-parameter` with GDELT's own words where it does not understand the query
 */
export async function* gdeltPages(
  reader: PageReader,
  query: string,
  planning: Planning & {
    readonly from: string;
    readonly to: string;
    readonly pause: (ms: number) => Promise<void>;
    /** Another address of the API. */
    readonly api?: string;
  },
): AsyncGenerator<Target> {
  const { wanted, signal, say = () => {}, from, to, pause, api = GDELT_DOC } = planning;
  const seen = new Set<string>();
  const stretches = daysOf(from, to).reverse();
  for (let asked = 0; ; asked++) {
    const stretch = stretches.pop();
    if (stretch === undefined || signal?.aborted) return;
    if (asked > 0) await pause(PAUSE_MS);
    const { body } = await reader.fetcher.fetch(addressOf(api, query, stretch), { kind: 'json' });
    const articles = articlesIn(new TextDecoder().decode(body), query);
    const length = stretch.to - stretch.from;
    if (articles.length >= MAX_RECORDS && length > SHORTEST_MS) {
      const middle = stretch.from + Math.floor(length / 2 / 1_000) * 1_000;
      stretches.push({ from: middle, to: stretch.to }, { from: stretch.from, to: middle });
      continue;
    }
    if (articles.length >= MAX_RECORDS)
      say(`GDELT has more than ${MAX_RECORDS} articles from ${stamp(stretch.from)} on; narrow the query.`);
    for (const article of articles) {
      const target = targetOf(article);
      if (target === undefined || seen.has(target.url) || !isWanted(target, wanted)) continue;
      seen.add(target.url);
      yield target;
    }
  }
}
