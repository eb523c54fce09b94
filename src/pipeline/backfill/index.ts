/** History for a new install: lists of pages from outside the feeds, and taking them in. */
export { feedPages } from './feed-pages.ts';
export { gdeltPages } from './gdelt.ts';
export { type Outcome, runBackfill, type Settled, type Task } from './run.ts';
export { type Planning, sitemapPages } from './sitemaps.ts';
export { isWanted, type Target, type Wanted } from './target.ts';
