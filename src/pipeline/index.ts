/** The only place where the stages meet: poll a feed, read an article, import a row, derive the incidents. */
export { createActions, sourceOf } from './actions.ts';
export { createAnalysts } from './analysts.ts';
export { ingestItem } from './article.ts';
export {
  feedPages,
  gdeltPages,
  isWanted,
  type Outcome,
  type Planning,
  runBackfill,
  type Settled,
  sitemapPages,
  type Target,
  type Task,
  type Wanted,
} from './backfill/index.ts';
export { checkDecision, decide } from './decide.ts';
export { createHistory } from './history.ts';
export { importRow } from './import.ts';
export { inLanes } from './lanes.ts';
export { linkAll, linkOne } from './link.ts';
export { fetchPage, type PageReader, readHtml } from './page.ts';
export { pollSource } from './poll.ts';
export { reanalyse } from './reanalyse.ts';
export { rebuild } from './rebuild.ts';
export { type RunReport, total } from './report.ts';
export { runOnce } from './run.ts';
export type { Stages } from './stages.ts';
