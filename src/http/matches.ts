import type { IncidentFilter } from '#db';
import { type Fact, factsOf } from '#domain/fact.ts';
import { slug } from '#domain/ids.ts';
import type { Timeline } from '#domain/timeline.ts';
import type { ClaimKind } from '#domain/vocabulary.ts';
import { QUALIFIERS } from './filters.ts';

type Test = (fact: Fact) => boolean;

const said =
  (kind: ClaimKind, key?: string, detail?: string): Test =>
  fact =>
    fact.kind === kind && (key === undefined || fact.key === key) && (detail === undefined || fact.detail === detail);

const sumTest = ({ metric, currency, minAmount, maxAmount }: IncidentFilter): Test => {
  const isMoney = said('money', metric, currency);
  return fact => {
    if (!isMoney(fact)) return false;
    if (minAmount === undefined && maxAmount === undefined) return true;
    if (fact.low === undefined && fact.high === undefined) return false;
    const ends = [Math.abs(fact.low ?? 0), Math.abs(fact.high ?? Number.POSITIVE_INFINITY)];
    return Math.max(...ends) >= (minAmount ?? 0) && Math.min(...ends) <= (maxAmount ?? Number.POSITIVE_INFINITY);
  };
};

const asked = (filter: IncidentFilter): readonly Test[] => {
  const { attackType, actor, dataType, polarity, service, serviceState, kind, metric, currency } = filter;
  return [
    attackType === undefined ? undefined : said('attack', attackType),
    actor === undefined ? undefined : said('actor', slug(actor)),
    dataType === undefined && polarity === undefined ? undefined : said('data', dataType, polarity ?? 'taken'),
    service === undefined && serviceState === undefined ? undefined : said('service', service, serviceState),
    metric === undefined && currency === undefined ? undefined : sumTest(filter),
    kind === undefined ? undefined : said(kind),
  ].filter(test => test !== undefined);
};

const narrowed =
  (filter: IncidentFilter): Test =>
  fact => {
    const { certainty, speaker, minIndependent = 0, happenedFrom, happenedTo, reportedFrom, reportedTo } = filter;
    if (certainty !== 'denied' && !fact.stands) return false;
    if (certainty !== undefined && fact.certainty !== certainty) return false;
    if (speaker !== undefined && !fact.speakers.includes(speaker)) return false;
    if (fact.independent < minIndependent) return false;
    if (happenedFrom !== undefined && !(fact.happenedTo !== undefined && fact.happenedTo >= happenedFrom)) return false;
    if (happenedTo !== undefined && !(fact.happenedFrom !== undefined && fact.happenedFrom <= happenedTo)) return false;
    const reported = fact.reportedAt?.slice(0, 10);
    if (reportedFrom !== undefined && !(reported !== undefined && reported >= reportedFrom)) return false;
    return reportedTo === undefined || (reported !== undefined && reported <= reportedTo);
  };

/** Whether what a timeline tells meets the parts of a filter that ask for events, and the status; the rest is not looked at. */
export const tellsOf = (timeline: Timeline, filter: IncidentFilter): boolean => {
  if (filter.status !== undefined && timeline.incident.status.state !== filter.status) return false;
  const tests = asked(filter);
  const isNarrowed = QUALIFIERS.some(name => name in filter);
  if (tests.length === 0 && !isNarrowed) return true;
  const facts = factsOf(timeline).filter(narrowed(filter));
  return tests.length === 0 ? facts.length > 0 : tests.every(test => facts.some(test));
};

/** The parts of a filter that mean the same at every time. */
export const lasting = ({ retailer, country, shop, knownFrom, knownTo, q }: IncidentFilter): IncidentFilter => ({
  ...(retailer === undefined ? {} : { retailer }),
  ...(country === undefined ? {} : { country }),
  ...(shop === undefined ? {} : { shop }),
  ...(knownFrom === undefined ? {} : { knownFrom }),
  ...(knownTo === undefined ? {} : { knownTo }),
  ...(q === undefined ? {} : { q }),
});
