import { AppError } from '#errors';
import type { Call } from '../answer.ts';

const ID = /^[a-z0-9-]{1,120}$/;

/** The id in the path. What cannot be an id is not asked of the store. Throws AppError `not-found`. */
export const incidentId = ({ params }: Call): string => {
  const { id = '' } = params;
  if (!ID.test(id))
    throw new AppError('not-found', 'What stands in the path is not the id of an incident.', {
      hint: 'Ids look like marks-and-spencer-2025-04; the list of incidents is at /v1/incidents.',
    });
  return id;
};
