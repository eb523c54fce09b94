import { detect } from 'tinyld';
import type { ExtractedArticle } from '#domain/article.ts';
import { decodeText } from './decode.ts';
import { pageMetadata } from './page-metadata.ts';
import { extractionFailed, scanPage } from './page-scan.ts';
import { readableText } from './readable.ts';
import { createSlimmer } from './slim-page.ts';

/** Where a page came from. */
export interface PageContext {
  /** The URL that answered. */
  readonly url: string;
  readonly contentType?: string | undefined;
  /** UTC ISO 8601, when it was fetched; dates more than a day later are no dates. */
  readonly now?: string;
}

/** Least text by which a language can be told. */
const LANGUAGE_SAMPLE = 4_000;

/**
 * The article of a web page. Throws AppError `extraction-failed`, saying why, for a page that has none or that is too
 * large or too deeply nested to be read.
 */
export const extractArticle = async (body: Uint8Array, context: PageContext): Promise<ExtractedArticle> => {
  const { url } = context;
  const html = decodeText(body, { contentType: context.contentType, xml: false });
  if (html.trim() === '')
    throw extractionFailed(url, 'the page is empty', 'Open it in a browser to see whether it needs scripts.');
  if (isBinary(html))
    throw extractionFailed(url, 'it is no text', 'It may be a picture or a file that says it is a page.');
  const slimmer = createSlimmer();
  const scan = scanPage(html, url, slimmer);
  const { language: declared, ...metadata } = pageMetadata(scan, url, context.now);
  const readable = await readableText({ html, slim: slimmer.page(), url }, metadata.title);
  if (readable === undefined) {
    throw extractionFailed(
      url,
      'it holds no text of an article',
      'Open it in a browser to see whether it needs scripts or a login.',
    );
  }
  const language = declared ?? detectLanguage(readable.text);
  return { ...metadata, ...(language === undefined ? {} : { language }), ...readable };
};

/** Whether more than a hundredth of the beginning is control characters other than white space, which no page has. */
const isBinary = (html: string): boolean => {
  const head = html.slice(0, 4_000);
  const controls = head.match(/(?!\s)\p{Cc}/gu)?.length ?? 0;
  return controls > head.length / 100;
};

const detectLanguage = (text: string): string | undefined => {
  const code = detect(text.slice(0, LANGUAGE_SAMPLE));
  return /^[a-z]{2}$/.test(code) ? code : undefined;
};
