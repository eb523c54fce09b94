import type { DateClaim, EventDate } from '#domain/claim.ts';

const bare = (date: EventDate): string => date.edtf.replace('~', '');

const daysApart = (a: EventDate, b: EventDate): number =>
  a.precision === 'day' && b.precision === 'day'
    ? Math.abs(Date.parse(a.edtf) - Date.parse(b.edtf)) / 86_400_000
    : Number.NaN;

/** "In April" says nothing more where the same is told to have happened on 22 April; nor "today" after "on Tuesday" of the same. */
export const withoutCoarser = (claims: readonly DateClaim[]): readonly DateClaim[] =>
  claims.filter(
    claim =>
      !claims.some(
        other =>
          other !== claim &&
          other.incident === claim.incident &&
          other.value.what === claim.value.what &&
          ((bare(other.date).length > bare(claim.date).length && bare(other.date).startsWith(bare(claim.date))) ||
            (claims.indexOf(other) < claims.indexOf(claim) && bare(other.date) === bare(claim.date)) ||
            (other.start < claim.start && daysApart(other.date, claim.date) === 1)),
      ),
  );

/** Longer apart they are of two incidents. */
const ONE_STORY = 200;
const dayNumber = (date: EventDate): number => Date.parse(bare(date)) / 86_400_000;

/** The first public word is said once: what is announced later is told by other events. */
export const withoutLater = (claims: readonly DateClaim[]): readonly DateClaim[] =>
  claims.filter(
    claim =>
      claim.value.what !== 'disclosed' ||
      !claims.some(
        other =>
          other.incident === claim.incident &&
          other.value.what === claim.value.what &&
          bare(other.date) < bare(claim.date) &&
          dayNumber(claim.date) - dayNumber(other.date) < ONE_STORY,
      ),
  );

/** "Until October or November": the earlier is the date. */
export const oneRecovery = (claims: readonly DateClaim[]): readonly DateClaim[] => {
  const first = claims.find(({ value }) => value.what === 'expected-recovery');
  return claims.filter(({ value, date }) => value.what !== 'expected-recovery' || date.edtf === first?.date.edtf);
};

/** "Next week" says no more of the recovery where a day is told. */
export const withoutVagueRecovery = (claims: readonly DateClaim[]): readonly DateClaim[] =>
  claims.filter(
    ({ incident, value, date }) =>
      value.what !== 'expected-recovery' ||
      date.precision === 'day' ||
      !claims.some(
        other =>
          other.incident === incident && other.value.what === 'expected-recovery' && other.date.precision === 'day',
      ),
  );

const BEGINNING: ReadonlySet<string> = new Set(['attack', 'intrusion']);

/** One beginning is told once: as an attack or an intrusion, by its first words; and a bare year says no more than a day in it. */
export const oneBeginning = (claims: readonly DateClaim[]): readonly DateClaim[] =>
  claims.filter(
    claim =>
      !BEGINNING.has(claim.value.what) ||
      !claims.some(
        other =>
          other.incident === claim.incident &&
          BEGINNING.has(other.value.what) &&
          other.value.what !== claim.value.what &&
          bare(other.date).startsWith(bare(claim.date)) &&
          (claim.date.precision === 'year' || (bare(other.date) === bare(claim.date) && other.start < claim.start)),
      ),
  );
