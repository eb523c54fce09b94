import { Readability } from '@mozilla/readability';
import JSDOMParser from '@mozilla/readability/JSDOMParser.js';
import type { ExtractedArticle } from '#domain/article.ts';
import { articleText } from './article-text.ts';

type Method = ExtractedArticle['method'];

export interface ReadableText {
  readonly text: string;
  readonly method: Method;
}

/** Fewer characters than this are too little for an article; then the next DOM is tried too. */
const TOO_LITTLE = 250;

interface OpenedPage {
  readonly html: string;
  readonly slim: string;
  readonly url: string;
}

/** Faults are told by nobody: the next DOM reads what this one cannot. */
const parseStrictly = ({ slim, url }: OpenedPage): Document => {
  const parser = new JSDOMParser();
  parser.error = () => {};
  return parser.parse(slim, url);
};

/*
 * On all of 181 measured pages the small DOM that Readability brings gives the same text as linkedom, for a third of its
 * CPU, and linkedom the same as jsdom on 179, for a sixth. Those that are hardly ever needed are loaded when they are.
 */
const DOMS: readonly (readonly [Method, (page: OpenedPage) => Document | Promise<Document>])[] = [
  ['readability', parseStrictly],
  ['linkedom', async ({ slim }) => (await import('linkedom')).parseHTML(slim).document],
  ['jsdom', async ({ html, url }) => new (await import('jsdom')).JSDOM(withoutFrames(html), { url }).window.document],
];

/**
 * An article's text by Readability, on the quickest DOM that yields enough of it; jsdom, the referee, gets the page as it
 * came, the others `slim`, the same slimmed. Where none yields enough: the most that one did. Undefined where none yields
 * anything. `title`: the article's, which is not repeated in the text.
 */
export const readableText = async (
  { html, slim, url }: OpenedPage,
  title: string,
): Promise<ReadableText | undefined> => {
  const page = { html, slim: wholePage(slim), url };
  let best: ReadableText | undefined;
  for (const [method, open] of DOMS) {
    const text = await textOn(() => open(page), title);
    if (text !== undefined && text.length > (best?.text.length ?? 0)) best = { text, method };
    if (best !== undefined && best.text.length >= TOO_LITTLE) return best;
  }
  return best;
};

/** These DOMs, unlike a browser's, do not supply the outer elements that a page may leave out. */
const wholePage = (html: string): string =>
  /<(?:html|body)[\s>]/.test(html) ? html : `<html><body>${html}</body></html>`;

/** jsdom makes a whole window for each frame: ten thousand of them take more memory than there is. */
const withoutFrames = (html: string): string => html.replace(/<\/?i?frame(?:set)?(?=[\s/>])[^<>]{0,2000}>?/gi, ' ');

/** Undefined where the DOM or Readability gives up, which the next one may not. */
const textOn = async (open: () => Document | Promise<Document>, title: string): Promise<string | undefined> => {
  try {
    const text = articleText(new Readability(await open(), { disableJSONLD: true }).parse()?.content ?? '', title);
    return text === '' ? undefined : text;
  } catch {
    return undefined;
  }
};
