import type { StoredDocument } from '#db';
import type { Point } from '#domain/ledger.ts';
import type { Timeline } from '#domain/timeline.ts';
import type { ExportFormat } from '#export/subject.ts';
import type { Comparison } from '#timeline/compare.ts';
import type { Answer, Call, Handler, Services } from '../answer.ts';
import { resolve } from '../answer.ts';
import { exportAnswer } from '../export-answer.ts';
import { FILTER_PARAMETERS, incidentFilter } from '../filters.ts';
import { suffixFormat } from '../negotiate.ts';
import { PAGE_PARAMETERS, POINT_PARAMETERS, pageRequest, pointIn, readParameters } from '../params.ts';
import { incidentId } from './incident-id.ts';

const bomIn = ({ bom }: { readonly bom?: string }): { readonly bom?: boolean } =>
  bom === undefined ? {} : { bom: bom === 'true' };

const withQuery = (path: string, query: URLSearchParams): string => {
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
};

/** The parameters that name the subject: neither the page of a list nor how a format is written. */
const subjectQuery = (query: URLSearchParams): URLSearchParams =>
  new URLSearchParams([...query].filter(([name]) => !['limit', 'cursor', 'bom'].includes(name)).sort());

const incidentAnswer = (
  id: string,
  document: { readonly timeline: () => Timeline; readonly etag: string },
  request: { readonly format: ExportFormat; readonly bom?: boolean },
  call: Call,
  services: Services,
): Answer => {
  const query = subjectQuery(call.query);
  const subject = () => {
    const timeline = document.timeline();
    return {
      kind: 'incident' as const,
      title: timeline.incident.title,
      path: withQuery(`/v1/incidents/${id}`, query),
      page: withQuery(`/incidents/${id}`, query),
      timelines: [timeline] as const,
    };
  };
  return exportAnswer(subject, { ...request, name: id, basis: [document.etag] }, call, services);
};

const parsed = ({ json }: StoredDocument): Timeline => JSON.parse(json) as Timeline;

/** One incident with its timeline in a format, as it stands, or as it stood with `asOf` or `knownAt`. */
export const exportIncident = async (format: ExportFormat, call: Call, services: Services): Promise<Answer> => {
  const parameters = readParameters(call.query, [...POINT_PARAMETERS, 'bom']);
  const point: Point | undefined = pointIn(parameters);
  const request = { format, ...bomIn(parameters) };
  const id = incidentId(call);
  if (point === undefined)
    return resolve(id, await services.store.getTimeline(id), call, document =>
      incidentAnswer(id, { timeline: () => parsed(document), etag: document.etag }, request, call, services),
    );
  return resolve(id, await services.history.timelineAt(id, point), call, timeline =>
    incidentAnswer(id, { timeline: () => timeline, etag: JSON.stringify(timeline) }, request, call, services),
  );
};

/** A page of a filtered list with the timelines of its incidents in a format. */
export const exportList = async (format: ExportFormat, call: Call, services: Services): Promise<Answer> => {
  const parameters = readParameters(call.query, [...PAGE_PARAMETERS, ...FILTER_PARAMETERS, 'sort', 'bom']);
  const page = await services.store.listIncidents(incidentFilter(parameters), pageRequest(parameters), parameters.sort);
  const found = await Promise.all(page.items.map(({ id }) => services.store.getTimeline(id)));
  const documents = found.flatMap(one => (one !== undefined && 'found' in one ? [one.found] : []));
  const query = subjectQuery(call.query);
  const filters = [...query].map(([name, value]) => `${name} ${value}`).join(', ');
  const following = new URLSearchParams(call.query);
  if (page.next !== undefined) following.set('cursor', page.next);
  return exportAnswer(
    () => ({
      kind: 'list',
      title: filters === '' ? 'Incidents' : `Incidents: ${filters}`,
      path: withQuery('/v1/incidents', query),
      page: withQuery('/', query),
      timelines: documents.map(parsed),
      ...(page.next === undefined ? {} : { next: page.next }),
    }),
    {
      format,
      ...bomIn(parameters),
      name: 'incidents',
      basis: [...documents.map(({ etag }) => etag), page.next ?? ''],
      ...(page.next === undefined ? {} : { next: withQuery(call.path, following) }),
    },
    call,
    services,
  );
};

/** What is needed to export a comparison. */
interface ComparedDocuments {
  readonly comparison: Comparison;
  /** In the order of the comparison, each with its ETag. */
  readonly documents: readonly { readonly timeline: Timeline; readonly etag: string }[];
  readonly bom?: boolean;
}

/** Several incidents side by side in a format. */
export const exportComparison = (
  format: ExportFormat,
  { comparison, documents, bom }: ComparedDocuments,
  call: Call,
  services: Services,
): Answer => {
  const query = subjectQuery(call.query);
  return exportAnswer(
    () => ({
      kind: 'comparison',
      title: comparison.incidents.map(({ title }) => title).join(' | '),
      path: withQuery('/v1/compare', query),
      page: withQuery('/compare', query),
      timelines: documents.map(({ timeline }) => timeline),
      table: comparison,
      document: comparison,
    }),
    {
      format,
      name: 'comparison',
      basis: [comparison.align, ...documents.map(({ etag }) => etag)],
      ...(bom === undefined ? {} : { bom }),
    },
    call,
    services,
  );
};

/** `GET /v1/incidents/{id}.{format}`. Ids have no dots, suffixes may. */
export const incidentExport: Handler = (call, services) => {
  const { id = '', format = '' } = call.params;
  const [name = '', ...suffix] = `${id}.${format}`.split('.');
  return exportIncident(suffixFormat(suffix.join('.')), { ...call, params: { id: name } }, services);
};

/** `GET /v1/incidents.{format}`. */
export const listExport: Handler = (call, services) =>
  exportList(suffixFormat(call.params.format ?? ''), call, services);
