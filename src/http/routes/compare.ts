import type { Timeline } from '#domain/timeline.ts';
import { AppError } from '#errors';
import type { ExportFormat } from '#export/subject.ts';
import { compareTimelines } from '#timeline/compare.ts';
import type { Answer, Call, Handler, Services } from '../answer.ts';
import { json } from '../answer.ts';
import { askedFormat, suffixFormat } from '../negotiate.ts';
import { invalid, POINT_PARAMETERS, pointIn, readParameters } from '../params.ts';
import { exportComparison } from './exports.ts';

const PARAMETERS = ['incidents', 'align', ...POINT_PARAMETERS, 'bom'] as const;

const refuse = (id: string): AppError =>
  new AppError('not-found', `There is no incident with the id "${id}" to be compared.`, {
    subject: id,
    hint: 'The list of incidents is at /v1/incidents.',
  });

interface Document {
  readonly timeline: Timeline;
  readonly etag: string;
}

/** A timeline by a present or former id. */
const documentOf = async (id: string, call: Call, services: Services, redirected = false): Promise<Document> => {
  const point = pointIn(readParameters(call.query, PARAMETERS));
  const found = await (point === undefined ? services.store.getTimeline(id) : services.history.timelineAt(id, point));
  if (found === undefined) throw refuse(id);
  if ('gone' in found) throw new AppError('gone', found.gone, { subject: id });
  if ('redirect' in found) {
    if (redirected) throw refuse(id);
    return documentOf(found.redirect, call, services, true);
  }
  const document = found.found;
  return 'json' in document
    ? { timeline: JSON.parse(document.json) as Timeline, etag: document.etag }
    : { timeline: document, etag: JSON.stringify(document) };
};

const answer = async (format: ExportFormat | undefined, call: Call, services: Services): Promise<Answer> => {
  const { incidents, align = 'calendar', bom } = readParameters(call.query, PARAMETERS);
  if (incidents === undefined) throw invalid('incidents', 'The parameter "incidents" is missing.', ['2 to 10 ids']);
  const documents: Document[] = [];
  for (const id of incidents) documents.push(await documentOf(id, call, services));
  const distinct = new Set(documents.map(({ timeline }) => timeline.incident.id));
  if (distinct.size < documents.length)
    throw invalid('incidents', 'Two of the ids lead to the same incident.', ['2 to 10 ids of different incidents']);
  const comparison = compareTimelines(
    documents.map(({ timeline }) => timeline),
    { align },
  );
  if (format === undefined) return json(comparison, services);
  const request = { comparison, documents, ...(bom === undefined ? {} : { bom: bom === 'true' }) };
  return exportComparison(format, request, call, services);
};

/** `GET /v1/compare`: incidents side by side, attribute by attribute, or in a format by `Accept`. */
export const compare: Handler = (call, services) => answer(askedFormat(call), call, services);

/** `GET /v1/compare.{format}`. */
export const compareExport: Handler = (call, services) =>
  answer(suffixFormat(call.params.format ?? ''), call, services);
