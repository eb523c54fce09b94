/** The face of this room: feeds and pages of the web, fetched within limits and read without trust. */
export { canonicalUrl } from './canonical-url.ts';
export {
  createFetcher,
  type Fetcher,
  type FetcherOptions,
  type FetchRequest,
  type Posted,
  type Posting,
} from './fetch.ts';
export { webUrl } from './fetch-url.ts';
export { type OpmlSources, parseOpml, toOpml } from './opml.ts';
export { createParsers, type Parsers } from './parsers.ts';
export { publisherKindOf } from './publishers.ts';
export { createRobots, type Robots } from './robots.ts';
export { NEVER, nextPoll, type PollTiming } from './schedule.ts';
export { builtinSources } from './sources.ts';
