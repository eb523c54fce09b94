import type { FilteredSubscription, IncidentFilter, Push } from '#db';
import type { LoggedNews } from '#domain/news.ts';

/** Filters that hold of a retailer and so of an incident that is gone. */
const ofRetailerAlone = (filter: IncidentFilter): boolean => Object.keys(filter).every(name => name === 'retailer');

/**
 * Which news fit a filter: those of incidents that fit now, and those of which it was told before (`told`), so that it
 * hears when one stops to fit, moves or goes.
 */
export const fittingNews = async (
  push: Push,
  filter: IncidentFilter,
  news: readonly LoggedNews[],
  told: ReadonlySet<string>,
): Promise<readonly LoggedNews[]> => {
  const ids = [...new Set(news.flatMap(({ incidentId, movedTo }) => [incidentId, ...(movedTo ? [movedTo] : [])]))];
  const fits = await push.fitting(filter, ids);
  return news.filter(({ incidentId, movedTo, victim }) => {
    if (fits.has(incidentId) || told.has(incidentId) || (movedTo !== undefined && fits.has(movedTo))) return true;
    return ofRetailerAlone(filter) && (filter.retailer ?? victim) === victim;
  });
};

/** Of a stretch of news, those that a subscriber is told. */
export const newsFor = async (
  push: Push,
  { subscription, filter }: FilteredSubscription,
  news: readonly LoggedNews[],
): Promise<readonly LoggedNews[]> => {
  const ids = [...new Set(news.map(({ incidentId }) => incidentId))];
  return fittingNews(push, filter, news, await push.toldOf(subscription.id, ids));
};
