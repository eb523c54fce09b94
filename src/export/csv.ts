import { linkToWords } from '#domain/text-fragment.ts';
import { type CsvValue, csvText } from './csv-text.ts';
import { REPORT_COLUMNS, reportRows } from './report-columns.ts';
import type { ExportContext, ExportFormat, ExportSubject } from './subject.ts';
import { DEMO_NOTE } from './wording.ts';

const COMPARISON_HEADER = ['attribute', 'label', 'incident_id', 'incident_title', 'value', 'status', 'sources', 'note'];

/** One row per attribute and incident, with the quotes and addresses behind each. */
const comparisonRows = (
  subject: Extract<ExportSubject, { kind: 'comparison' }>,
  { demo }: ExportContext,
): readonly (readonly CsvValue[])[] => {
  const sources = new Map(
    subject.timelines.flatMap(({ events }) => events.flatMap(event => event.sources.map(one => [one.claimId, one]))),
  );
  const titles = new Map(subject.timelines.map(({ incident }) => [incident.id, incident.title]));
  const cited = (claim: string): readonly string[] => {
    const source = sources.get(claim);
    return source === undefined ? [] : [`“${source.quote}” (${source.publisher}, ${linkToWords(source) ?? ''})`];
  };
  return subject.table.rows.flatMap(({ attribute, label, cells }) =>
    cells.map(({ incident, text, status, claimIds }) => [
      attribute,
      label,
      incident,
      titles.get(incident),
      text,
      status,
      claimIds.flatMap(cited).join('\n'),
      demo ? DEMO_NOTE : undefined,
    ]),
  );
};

const write = (subject: ExportSubject, context: ExportContext): string => {
  const bom = context.bom ?? true;
  if (subject.kind === 'comparison') return csvText(COMPARISON_HEADER, comparisonRows(subject, context), { bom });
  const rows = reportRows(subject.timelines, context).map(row => REPORT_COLUMNS.map(({ of }) => of(row)));
  return csvText(
    REPORT_COLUMNS.map(({ name }) => name),
    rows,
    { bom },
  );
};

/** One row per report of an event, or per attribute and incident of a comparison (RFC 4180). */
export const csv: ExportFormat = {
  suffix: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  accepts: ['text/csv'],
  download: true,
  write,
};
