import type { ExportFormat, ExportSubject } from '#export/subject.ts';
import type { Answer, Call, Services } from './answer.ts';
import { REVALIDATE, strongTag } from './answer.ts';

interface ExportRequest {
  readonly format: ExportFormat;
  /** Name of a saved file, without its suffix. */
  readonly name: string;
  /** ETags of everything that the subject is made of: the export's own is derived from them. */
  readonly basis: readonly string[];
  readonly bom?: boolean;
  /** Path and query of the following page. */
  readonly next?: string;
}

const selfOf = ({ path, query, origin }: Call): string => {
  const text = query.toString();
  return `${origin}${path}${text === '' ? '' : `?${text}`}`;
};

/**
 * An export as an answer. Its ETag comes from what it is made of, so that it need not be written to see that it is
 * unchanged.
 */
export const exportAnswer = (
  subject: () => ExportSubject,
  { format, name, basis, bom, next }: ExportRequest,
  call: Call,
  { demo, version }: Services,
): Answer => {
  const self = selfOf(call);
  const context = { site: call.origin, demo, self, ...(bom === undefined ? {} : { bom }) };
  const file = `${name}.${format.suffix}`;
  return {
    kind: 'content',
    type: format.mediaType,
    body: () => format.write(subject(), context),
    etag: strongTag(JSON.stringify([format.suffix, self, demo, version, bom, basis])),
    cache: REVALIDATE,
    headers: {
      Vary: 'Accept',
      ...(format.download ? { 'Content-Disposition': `attachment; filename="${file}"` } : {}),
    },
    ...(next === undefined ? {} : { next }),
  };
};
