import type { Store } from '../../db/store.ts';
import type { Timeline } from '../../src/domain/timeline.ts';
import type { History } from '../../src/http/answer.ts';

/** A store that holds one incident, for tests of pages only: those of the interface run on a real database. */
export const pageStore = (timeline: Timeline): Store => {
  const { incident } = timeline;
  const entity = {
    slug: incident.retailer.slug,
    name: incident.retailer.name,
    incidents: 1,
    incidentIds: [incident.id],
  };
  const answers: Partial<Store> = {
    listIncidents: async ({ q }) => ({ items: q === undefined || incident.title.includes(q) ? [incident] : [] }),
    getTimeline: async id => {
      if (id === 'former-2031-03') return { redirect: incident.id };
      if (id !== incident.id) return undefined;
      return { found: { id, json: JSON.stringify(timeline), etag: '"1"', updatedAt: '2031-03-09T00:00:00.000Z' } };
    },
    listRetailers: async () => ({ items: [entity] }),
    listActors: async () => ({ items: [{ ...entity, slug: 'paperwasp', name: 'PaperWasp' }] }),
    ready: async () => {},
  };
  return answers as Store;
};

/** A history that is asked nothing. */
export const noHistory: History = {
  timelineAt: async () => undefined,
  changes: async () => undefined,
  allChanges: async () => ({ items: [] }),
  related: async () => undefined,
};
