import { cipherLantern } from './articles/cipher-lantern.ts';
import { dailyGannet } from './articles/daily-gannet.ts';
import { harbourPostSpring } from './articles/harbour-post-spring.ts';
import { harbourPostSummer } from './articles/harbour-post-summer.ts';
import { kelpmouthLedger } from './articles/kelpmouth-ledger.ts';
import { larderAndLane } from './articles/larder-and-lane.ts';
import { northFerryWire } from './articles/north-ferry-wire.ts';
import { tillsideWeekly } from './articles/tillside-weekly.ts';
import type { Outlet } from './outlet.ts';

/** The outlets of the newsroom. None exists; each has habits that real ones have. */
export const OUTLETS: readonly Outlet[] = [
  {
    slug: 'north-ferry-wire',
    name: 'North Ferry Wire',
    tagline: 'A fictitious news agency. Facts first, adjectives on request.',
    kind: 'news',
    why: 'Demo: a news agency with an RSS 1.0 (RDF) feed of summaries, dates in meta tags, and copy that others print.',
    feed: { format: 'rdf', file: 'wire.rdf', carries: 'summary' },
    page: { dates: 'meta', pullQuote: 'aside' },
    charset: 'utf-8',
    articles: northFerryWire,
  },
  {
    slug: 'harbour-post',
    name: 'The Harbour Post',
    tagline: 'A fictitious daily for the coast.',
    kind: 'news',
    why: 'Demo: a general newspaper with an RSS 2.0 feed of whole articles, one of which is later edited.',
    feed: { format: 'rss', file: 'rss.xml', carries: 'full' },
    page: { dates: 'json-ld', pullQuote: 'aside' },
    charset: 'utf-8',
    articles: [...harbourPostSpring, ...harbourPostSummer],
  },
  {
    slug: 'daily-gannet',
    name: 'The Daily Gannet',
    tagline: 'Fictitious, feathered and first with the shouting.',
    kind: 'news',
    why: 'Demo: a tabloid whose RSS 2.0 feed and pages are in windows-1252, with dates in time elements only.',
    feed: { format: 'rss', file: 'all.rss', carries: 'summary' },
    page: { dates: 'time', pullQuote: 'aside' },
    charset: 'windows-1252',
    articles: dailyGannet,
  },
  {
    slug: 'tillside-weekly',
    name: 'Tillside Weekly',
    tagline: 'The fictitious trade paper for people who run shops.',
    kind: 'trade-press',
    why: 'Demo: retail trade press with an Atom feed of summaries.',
    feed: { format: 'atom', file: 'atom.xml', carries: 'summary' },
    page: { dates: 'json-ld', pullQuote: 'blockquote' },
    charset: 'utf-8',
    articles: tillsideWeekly,
  },
  {
    slug: 'kelpmouth-ledger',
    name: 'Kelpmouth Ledger',
    tagline: 'Fictitious business news, to two decimal places.',
    kind: 'news',
    why: 'Demo: a business paper with an Atom feed of whole articles, relative links, and one page behind a paywall.',
    feed: { format: 'atom', file: 'feed.atom', carries: 'full', relativeLinks: true },
    page: { dates: 'meta', pullQuote: 'aside' },
    charset: 'utf-8',
    articles: kelpmouthLedger,
  },
  {
    slug: 'cipher-lantern',
    name: 'The Cipher Lantern',
    tagline: 'One fictitious person writes about security after dark.',
    kind: 'security-press',
    why: 'Demo: a security blog with a JSON Feed.',
    feed: { format: 'json', file: 'feed.json', carries: 'full' },
    page: { dates: 'json-ld', pullQuote: 'aside' },
    charset: 'utf-8',
    articles: cipherLantern,
  },
  {
    slug: 'larder-and-lane',
    name: 'Larder & Lane',
    tagline: 'A fictitious magazine about good food and fair dealing.',
    kind: 'news',
    why: 'Demo: a consumer magazine whose RSS 2.0 feed has bare ampersands and leaves out some dates.',
    feed: { format: 'rss', file: 'feed', carries: 'summary', strayAmpersands: true },
    page: { dates: 'time-day', pullQuote: 'aside' },
    charset: 'utf-8',
    articles: larderAndLane,
  },
];
