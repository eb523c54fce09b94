/** A date of EDTF as numbers, as exact as it is given. */
export interface DateParts {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  /** It is only about then. */
  readonly about: boolean;
}

/** Reads `2025`, `2025-04`, `2025-04-22`, each with or without `~`, `?` or `%`. Undefined: none of these. */
export const dateParts = (edtf: string): DateParts | undefined => {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([~?%]?)/.exec(edtf);
  if (found === null) return undefined;
  const [, year, month, day, sign] = found;
  return {
    year: Number(year),
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
    about: sign !== '',
  };
};
