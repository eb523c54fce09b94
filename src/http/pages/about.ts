import { renderAbout, renderSources } from '#web';
import type { Handler } from '../answer.ts';
import { page, siteOf } from './page.ts';

/** `GET /about`: method, limits, accuracy, corrections. */
export const aboutPage: Handler = (call, services) =>
  page(renderAbout(services.desk !== undefined, siteOf(call, services)));

/** `GET /sources`: the feeds that are read, and how they do. */
export const sourcesPage: Handler = async (call, services) =>
  page(renderSources(await services.store.listSources(), siteOf(call, services)));
