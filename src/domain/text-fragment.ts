import type { RevisionOrigin } from './article.ts';

/** The URL where it is one that a reader can safely follow (http or https), else undefined. */
export const webAddress = (url: string): string | undefined => {
  const parsed = URL.parse(url);
  return parsed?.protocol === 'https:' || parsed?.protocol === 'http:' ? parsed.href : undefined;
};

/** Longest quote that is searched for whole; of a longer one the first and the last words are enough. */
const WHOLE = 12;
const EDGE = 5;

/** Percent-encodes also what has a meaning inside a text directive: `-`. */
const directive = (text: string): string => encodeURIComponent(text).replaceAll('-', '%2D');

/** Where words of a page stand. */
interface QuotedPlace {
  readonly url: string;
  readonly quote: string;
  readonly origin: RevisionOrigin;
}

/**
 * A link to the words themselves: a text fragment (https://wicg.github.io/scroll-to-text-fragment/). Undefined where
 * the URL is none for the web. Where the text was the feed's, the words may not stand on the page: the plain link.
 */
export const linkToWords = ({ url, quote, origin }: QuotedPlace): string | undefined => {
  const address = webAddress(url);
  if (address === undefined || origin === 'feed') return address;
  const words = quote.toWellFormed().trim().split(/\s+/);
  const text =
    words.length <= WHOLE
      ? directive(words.join(' '))
      : `${directive(words.slice(0, EDGE).join(' '))},${directive(words.slice(-EDGE).join(' '))}`;
  return `${address}${address.includes('#') ? '' : '#'}:~:text=${text}`;
};
