import { harbourPost } from './articles/harbour-post.ts';
import { northFerryWire } from './articles/north-ferry-wire.ts';
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
    articles: harbourPost,
  },
];
