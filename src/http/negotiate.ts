import { AppError } from '#errors';
import { EXPORT_FORMATS, formatOf } from '#export/registry.ts';
import type { ExportFormat } from '#export/subject.ts';
import type { Call } from './answer.ts';
import { HttpError } from './problem.ts';

const BY_TYPE = new Map(
  EXPORT_FORMATS.flatMap(format => [...format.accepts, format.mediaType].map(type => [type, format] as const)),
);
const TYPES = EXPORT_FORMATS.map(({ accepts }) => accepts[0]);
const SUFFIXES = EXPORT_FORMATS.map(({ suffix }) => suffix);

/**
 * The format that a request asks for by `Accept`; undefined: the API's own JSON, which is also for those who ask for
 * nothing or for anything. Throws HttpError `not-acceptable` where they ask for others only.
 */
export const askedFormat = (call: Call): ExportFormat | undefined => {
  const type = call.preferred([...BY_TYPE.keys()]);
  if (type === undefined) throw new HttpError('not-acceptable', `This can be had as ${TYPES.join(', ')}, by "Accept".`);
  return type === 'application/json' ? undefined : BY_TYPE.get(type);
};

/** The format of a suffix. Throws AppError `not-found` naming those that there are. */
export const suffixFormat = (suffix: string): ExportFormat => {
  const format = formatOf(suffix);
  if (format === undefined)
    throw new AppError('not-found', `There is no export with the suffix ".${suffix.slice(0, 40)}".`, {
      hint: `There are: ${SUFFIXES.map(one => `.${one}`).join(' ')}`,
    });
  return format;
};
