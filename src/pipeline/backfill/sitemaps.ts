import { AppError, messageOf } from '#errors';
import { webUrl } from '#ingest';
import type { PageReader } from '../page.ts';
import { isWanted, type Target, type Wanted } from './target.ts';

/** How far indexes of indexes are followed; the protocol allows one level. */
const MAX_DEPTH = 3;
/** Most files that are read of one site. */
const MAX_FILES = 2_000;

/** How a list of pages is drawn up. */
export interface Planning {
  readonly wanted: Wanted;
  readonly signal?: AbortSignal;
  /** Told what is odd, a sentence each. */
  readonly say?: (line: string) => void;
}

/** Where a site's sitemaps are: the address itself, or, of a site's home page, what its robots.txt names. */
const startsOf = async ({ robots }: PageReader, address: string): Promise<readonly string[]> => {
  const url = webUrl(address);
  if (url.pathname !== '/' || url.search !== '') return [url.href];
  const named = (await robots.sitemaps(url.href)).filter(one => URL.canParse(one));
  return named.length > 0 ? named : [new URL('/sitemap.xml', url).href];
};

const readOne = async (reader: PageReader, url: string) => {
  if (!(await reader.robots.allowed(url)))
    throw new AppError('fetch-robots', `${url} asks robots to stay away (robots.txt).`, { subject: url });
  const { body, contentType, url: answered } = await reader.fetcher.fetch(url, { kind: 'sitemap' });
  return reader.parsers.parseSitemap(body, { url: answered, contentType });
};

/**
 * The pages that a site's sitemaps name, each once: of a sitemap, an index of sitemaps, packed or not, or of a site's
 * home page the sitemaps that its robots.txt names. Parts of an index that have not changed since `from` are not read.
 *
 * @throws AppError where the first file cannot be had or is no sitemap; a part that cannot is told and left out
 */
export async function* sitemapPages(reader: PageReader, address: string, planning: Planning): AsyncGenerator<Target> {
  const { wanted, signal, say = () => {} } = planning;
  const files = (await startsOf(reader, address)).map(url => ({ url, depth: 0 }));
  const seenFiles = new Set(files.map(({ url }) => url));
  const seenPages = new Set<string>();
  for (const { url, depth } of files) {
    if (signal?.aborted) return;
    const sitemap = await readOne(reader, url).catch((error: unknown) => {
      if (seenFiles.size === 1 || !(error instanceof AppError)) throw error;
      say(messageOf(error));
      return undefined;
    });
    for (const warning of sitemap?.warnings ?? []) say(warning);
    for (const entry of sitemap?.entries ?? []) {
      if (sitemap?.kind === 'pages') {
        if (seenPages.has(entry.url) || !isWanted(entry, wanted)) continue;
        seenPages.add(entry.url);
        yield entry;
      } else if (!seenFiles.has(entry.url) && isWanted({ ...entry, url: '' }, wantedParts(wanted))) {
        seenFiles.add(entry.url);
        if (depth + 1 < MAX_DEPTH && files.length < MAX_FILES) files.push({ url: entry.url, depth: depth + 1 });
        else say(`${entry.url} is left out: an index of ${MAX_FILES} files, ${MAX_DEPTH} deep, is read at most.`);
      }
    }
  }
}

/** Of a part of an index only the time counts; its pages are older than its last change. */
const wantedParts = ({ from }: Wanted): Wanted => (from === undefined ? {} : { from });
