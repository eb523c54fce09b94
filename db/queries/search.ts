import { AppError } from '#errors';
import { storable } from '../text.ts';

/** Text as it is searched: lower case, without accents. */
export const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** A `like` pattern for text that contains the term as it is. */
export const containing = (term: string): string => `%${term.replace(/[\\%_]/g, '\\$&')}%`;

const LONGEST_QUERY = 200;

/** The words of a search text, folded. @throws AppError `invalid-parameter` where it is too long. */
export const terms = (q: string): readonly string[] => {
  if (q.length > LONGEST_QUERY) {
    throw new AppError('invalid-parameter', `The search text is longer than ${LONGEST_QUERY} characters.`, {
      subject: 'q',
      hint: 'Search for fewer words.',
    });
  }
  return fold(storable(q)).split(/\s+/).filter(Boolean);
};
