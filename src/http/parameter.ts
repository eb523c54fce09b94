import { instantOf } from '#domain/instant.ts';

/** Reads one parameter's text; undefined where the text is not allowed. */
export interface Parameter<T> {
  readonly read: (text: string) => T | undefined;
  /** What is allowed, as values or as one phrase. */
  readonly allowed: readonly string[];
}

/** One word of a vocabulary. */
export const oneOf = <T extends string>(values: readonly T[]): Parameter<T> => ({
  read: text => values.find(value => value === text),
  allowed: values,
});

/** Words of a vocabulary with commas between them, each at most once. */
export const someOf = <T extends string>(values: readonly T[]): Parameter<readonly T[]> => ({
  read: text => {
    const words = text.split(',');
    const known = words.flatMap(word => values.find(value => value === word) ?? []);
    return known.length === words.length && new Set(known).size === known.length ? known : undefined;
  },
  allowed: values,
});

export const matching = (pattern: RegExp, phrase: string): Parameter<string> => ({
  read: text => (pattern.test(text) ? text : undefined),
  allowed: [phrase],
});

/** Different texts that each match, with commas between them. */
export const listOf = (
  pattern: RegExp,
  { least, most, what }: { readonly least: number; readonly most: number; readonly what: string },
): Parameter<readonly string[]> => ({
  read: text => {
    const parts = text.split(',');
    const fits = parts.length >= least && parts.length <= most && parts.every(part => pattern.test(part));
    return fits && new Set(parts).size === parts.length ? parts : undefined;
  },
  allowed: [`${least} to ${most} different ${what} with commas between them`],
});

export const wholeNumber = (least: number, most: number): Parameter<number> => ({
  read: text => (/^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined),
  allowed: [`a whole number from ${least} to ${most}`],
});

/** A sum without sign and exponent. */
export const sum: Parameter<number> = {
  read: text => (/^\d{1,15}(\.\d{1,2})?$/.test(text) ? Number(text) : undefined),
  allowed: ['a sum in units of the currency, e.g. 300000000'],
};

const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z)?$/;

/** A day or a time that there is: 31 April is none. */
export const moment: Parameter<string> = {
  read: text => {
    if (!MOMENT.test(text)) return undefined;
    const at = instantOf(text);
    return at?.slice(0, 10) === text.slice(0, 10) ? text : undefined;
  },
  allowed: ['a day such as 2025-05-01 or a time such as 2025-05-01T09:30:00Z, UTC'],
};

/** A day that there is. */
export const day: Parameter<string> = {
  read: text => (text.length === 10 ? moment.read(text) : undefined),
  allowed: ['a day such as 2025-05-01, UTC'],
};

export const monthOrYear = matching(/^\d{4}(-(0[1-9]|1[0-2]))?$/, 'a month such as 2025-04, or a year');
