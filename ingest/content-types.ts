import { AppError } from '#errors';

/** What is being fetched; each kind accepts its own types of content. */
export type FetchKind = 'feed' | 'page' | 'robots' | 'sitemap' | 'json';

/** The `Accept` header of each kind. */
export const ACCEPT: Readonly<Record<FetchKind, string>> = {
  feed: 'application/rss+xml, application/atom+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1',
  page: 'text/html, application/xhtml+xml, */*;q=0.1',
  robots: 'text/plain, */*;q=0.1',
  sitemap: 'application/xml, text/xml, application/gzip, text/plain;q=0.5, */*;q=0.1',
  json: 'application/json',
};

/** Feeds come under many names; those of pictures, sound, fonts, archives and documents are none of theirs. */
const ACCEPTED: Readonly<Record<FetchKind, RegExp>> = {
  feed: /^(?:text\/[\w.+-]+|application\/(?:[\w.-]+\+)?(?:xml|json)|application\/(?:rss|atom|rdf|x-rss|octet-stream|xml-dtd|javascript)|binary\/octet-stream)$/,
  page: /^(?:text\/(?:html|plain|x-server-parsed-html)|application\/(?:xhtml\+xml|vnd\.wap\.xhtml\+xml))$/,
  robots: /^(?:text\/[\w.+-]+|application\/octet-stream|application\/(?:x-)?(?:robots|txt))$/,
  sitemap:
    /^(?:text\/(?:xml|plain|html)|application\/(?:[\w.-]+\+)?xml|(?:application|binary)\/octet-stream|application\/(?:x-)?gzip)$/,
  // What an API says of a wrong question often comes as text, or as what calls itself a page.
  json: /^(?:application\/(?:[\w.-]+\+)?json|text\/(?:plain|html|javascript|json))$/,
};

const NAMES: Readonly<Record<FetchKind, string>> = {
  feed: 'a feed',
  page: 'a web page',
  robots: 'a robots.txt',
  sitemap: 'a sitemap',
  json: 'JSON',
};

/** An AppError `fetch-content-type` where the type is none of the kind's; a missing type is accepted. */
export const contentTypeError = (
  url: string,
  contentType: string | undefined,
  kind: FetchKind,
): AppError | undefined => {
  const type = (contentType ?? '').split(/[;,]/)[0]?.trim().toLowerCase() ?? '';
  if (type === '' || ACCEPTED[kind].test(type)) return undefined;
  return new AppError('fetch-content-type', `${url} is ${type.slice(0, 80)}, not ${NAMES[kind]}.`, {
    subject: url,
    hint: kind === 'feed' ? 'Check that the address is the one of the feed itself.' : 'Nothing can be read from it.',
  });
};
