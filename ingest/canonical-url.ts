import { AppError } from '#errors';

/** Query parameters that say how a reader came, never what is shown. Lower case; a trailing `*` is a prefix. */
const TRACKING = [
  'utm_*',
  'at_*',
  'ns_*',
  'mc_*',
  'pk_*',
  'mtm_*',
  'hsa_*',
  '_hs*',
  'oly_*',
  'vero_*',
  'fbclid',
  'gclid',
  'dclid',
  'gbraid',
  'wbraid',
  'msclkid',
  'yclid',
  'igshid',
  'twclid',
  'ttclid',
  'mkt_tok',
  'cmp',
  'cmpid',
  'campaign_id',
  'ocid',
  'ito',
  'ftag',
  'sref',
  'smid',
  'spm',
  'guccounter',
  'guce_referrer',
  'guce_referrer_sig',
  'traffic_source',
  'xtor',
  'wt.mc_id',
  'wt_mc',
  '_ga',
  '_gl',
] as const;

const TRACKING_EXACT: ReadonlySet<string> = new Set(TRACKING.filter(name => !name.endsWith('*')));
const TRACKING_PREFIXES = TRACKING.filter(name => name.endsWith('*')).map(name => name.slice(0, -1));

/** Parameters that track only with these values: `?ref=rss` tells the way, `?ref=1234` may choose the page. */
const TRACKING_VALUES: Readonly<Record<string, RegExp>> = {
  ref: /^(?:rss|feed|atom|home|homepage|twitter|facebook|newsletter|social|hn)$/i,
  source: /^(?:rss|feed|atom|twitter|facebook|newsletter|social)$/i,
  src: /^(?:rss|feed|atom|twitter|facebook|newsletter|social)$/i,
  from: /^(?:rss|feed|atom)$/i,
  via: /^(?:rss|feed|atom)$/i,
  partner: /^(?:rss|rssnyt|feedburner)$/i,
  rss: /^(?:1|true|yes)?$/i,
  feed: /^(?:rss|rss2|atom)$/i,
  amp: /^(?:1|true)?$/i,
  outputtype: /^amp$/i,
};

/** Hosts that redirect to an address which they carry in their path, after the prefix. */
const PATH_REDIRECTORS: Readonly<Record<string, readonly string[]>> = {
  'go.theregister.com': ['/feed/'],
  'go.theregister.co.uk': ['/feed/'],
  'www.google.com': ['/amp/s/', '/amp/'],
  'cdn.ampproject.org': ['/c/s/', '/v/s/', '/c/', '/v/'],
};

/** Hosts that redirect to an address which they carry in a query parameter. */
const QUERY_REDIRECTORS: Readonly<Record<string, { readonly path: string; readonly parameters: readonly string[] }>> = {
  'www.google.com': { path: '/url', parameters: ['url', 'q'] },
  'l.facebook.com': { path: '/l.php', parameters: ['u'] },
};

/** Longest address in UTF-16 units; browsers and servers know no longer ones, and an index of the database neither. */
export const MAX_URL = 2_000;

/** The fragment that `feedItemUrl` gives, the only kind that is part of an address. */
const ITEM_FRAGMENT = /^#item-[0-9a-f]{16}$/;

/**
 * The address of a feed item that names none: the feed itself, where the words stand, with a fragment for the item.
 * `hash`: 16 hex digits.
 */
export const feedItemUrl = (feedUrl: string, hash: string): string => {
  const url = new URL(feedUrl);
  url.hash = `item-${hash}`;
  return url.href;
};

/** Whether an address was given by `feedItemUrl`: there is no page behind it. */
export const isFeedItemUrl = (url: string): boolean => ITEM_FRAGMENT.test(URL.parse(url)?.hash ?? '');

/**
 * One address for one article: lower-case host, no default port, fragment, tracking parameter or AMP variant, and the
 * target where the address is one of a feed redirector. The order of parameters is kept, because servers may mind it.
 * Throws AppError `invalid-parameter` for anything that is no http(s) URL.
 */
export const canonicalUrl = (input: string): string => {
  const url = webAddress(input);
  if (url !== undefined) return url;
  throw new AppError('invalid-parameter', `"${input.slice(0, 200)}" is no web address.`, {
    subject: input.slice(0, 200),
    hint: 'Give an address that starts with http:// or https://.',
  });
};

/** The same for an address that may be relative to `base`; undefined for anything that is no http(s) URL. */
export const webAddress = (input: string, base?: string): string | undefined => {
  const parsed = parseWebUrl(input, base);
  if (parsed === undefined) return undefined;
  const url = redirectTarget(parsed) ?? parsed;
  url.username = '';
  url.password = '';
  url.hostname = url.hostname.replace(/\.$/, '');
  if (!ITEM_FRAGMENT.test(url.hash)) url.hash = '';
  removeTracking(url);
  url.pathname = withoutAmp(url.pathname);
  return url.href;
};

/** The URL where it is one of the web (http or https), else undefined. */
const parseWebUrl = (input: string, base?: string): URL | undefined => {
  const trimmed = input.trim();
  if (trimmed === '' || trimmed.length > MAX_URL) return undefined;
  const url = URL.parse(trimmed, base);
  if (url === null || url.hostname === '' || url.href.length > MAX_URL) return undefined;
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
};

const redirectTarget = (url: URL): URL | undefined => {
  const host = url.hostname.endsWith('.cdn.ampproject.org') ? 'cdn.ampproject.org' : url.hostname;
  for (const prefix of PATH_REDIRECTORS[host] ?? []) {
    if (!url.pathname.startsWith(prefix)) continue;
    const target = url.pathname.slice(prefix.length) + url.search;
    if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)+\//i.test(target)) return parseWebUrl(`https://${target}`);
  }
  const redirector = QUERY_REDIRECTORS[host];
  if (redirector === undefined || url.pathname !== redirector.path) return undefined;
  for (const name of redirector.parameters) {
    const target = parseWebUrl(url.searchParams.get(name) ?? '');
    if (target !== undefined) return target;
  }
  return undefined;
};

const isTracking = (name: string, value: string): boolean => {
  const key = name.toLowerCase();
  if (TRACKING_EXACT.has(key) || TRACKING_PREFIXES.some(prefix => key.startsWith(prefix))) return true;
  return Object.hasOwn(TRACKING_VALUES, key) && (TRACKING_VALUES[key]?.test(value) ?? false);
};

/** Works on the raw query, so that parameters which stay keep their very spelling. */
const removeTracking = (url: URL): void => {
  if (url.search === '') return;
  const kept = url.search
    .slice(1)
    .split('&')
    .filter(pair => {
      const [[name, value] = ['', '']] = new URLSearchParams(pair);
      return pair !== '' && !isTracking(name, value);
    });
  url.search = kept.join('&');
};

/** Only after a segment that looks like an article's: a page `/guitars/amp` is about amplifiers. */
const withoutAmp = (path: string): string => {
  const match = /^(.*[-\d][^/]*)(?:\/amp\/?|\.amp|\.amp\.html)$/.exec(path);
  return match?.[1] === undefined ? path : match[1] + (path.endsWith('/') ? '/' : '');
};
