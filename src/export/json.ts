import type { ExportFormat, ExportSubject } from './subject.ts';

const documentsOf = (subject: ExportSubject): readonly object[] => {
  if (subject.kind === 'incident') return subject.timelines;
  return subject.kind === 'list'
    ? [{ items: subject.timelines, ...(subject.next === undefined ? {} : { next: subject.next }) }]
    : [subject.document];
};

/** The timeline as the API answers it; of a list all timelines under `items`; the comparison as the API answers it. */
export const json: ExportFormat = {
  suffix: 'json',
  mediaType: 'application/json',
  accepts: ['application/json'],
  download: false,
  write: (subject, { demo }) =>
    documentsOf(subject)
      .map(document => JSON.stringify(demo ? { demo, ...document } : document))
      .join(''),
};

/** One timeline a line. */
export const ndjson: ExportFormat = {
  suffix: 'ndjson',
  mediaType: 'application/x-ndjson',
  accepts: ['application/x-ndjson', 'application/jsonl', 'application/ndjson'],
  download: true,
  write: ({ timelines }, { demo }) =>
    timelines.map(timeline => `${JSON.stringify(demo ? { demo, ...timeline } : timeline)}\n`).join(''),
};
