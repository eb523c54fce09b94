import type { IncidentFilter, PageRequest } from '#db';
import { CHANGE_AXES, type ChangeRange } from '#domain/changes.ts';
import { instantOf } from '#domain/instant.ts';
import type { Point } from '#domain/ledger.ts';
import type { ClaimKind } from '#domain/vocabulary.ts';
import { CLAIM_KINDS, DATA_TYPES, POLARITIES } from '#domain/vocabulary.ts';
import { AppError } from '#errors';

/** Reads one parameter's text; undefined where the text is not allowed. */
interface Parameter<T> {
  readonly read: (text: string) => T | undefined;
  /** What is allowed, as values or as one phrase. */
  readonly allowed: readonly string[];
}

const oneOf = <T extends string>(values: readonly T[]): Parameter<T> => ({
  read: text => values.find(value => value === text),
  allowed: values,
});

const matching = (pattern: RegExp, phrase: string): Parameter<string> => ({
  read: text => (pattern.test(text) ? text : undefined),
  allowed: [phrase],
});

const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z)?$/;

/** A day or a time that there is: 31 April is none. */
const moment: Parameter<string> = {
  read: text => {
    if (!MOMENT.test(text)) return undefined;
    const at = instantOf(text);
    return at?.slice(0, 10) === text.slice(0, 10) ? text : undefined;
  },
  allowed: ['a day such as 2025-05-01 or a time such as 2025-05-01T09:30:00Z, UTC'],
};

const SLUG = /^[a-z0-9-]{1,100}$/;
export const DEFAULT_LIMIT = 20;
export const MAX_LIMIT = 100;

/** Every query parameter of the interface, once. */
const PARAMETERS = {
  limit: {
    read: (text: string) => (/^[1-9]\d{0,2}$/.test(text) && Number(text) <= MAX_LIMIT ? Number(text) : undefined),
    allowed: [`a whole number from 1 to ${MAX_LIMIT}`],
  },
  cursor: matching(/^[\x21-\x7e]{1,1000}$/, 'the value of "next" in the answer before, unchanged'),
  retailer: matching(SLUG, 'a slug as /v1/retailers lists them, e.g. marks-and-spencer'),
  actor: matching(SLUG, 'a slug as /v1/actors lists them, e.g. dragonforce'),
  dataType: oneOf(DATA_TYPES),
  polarity: oneOf(POLARITIES),
  q: matching(/^(?=.*\S)\P{Cc}{1,200}$/u, '1 to 200 characters, none of them a control character'),
  kind: oneOf(CLAIM_KINDS),
  asOf: moment,
  knownAt: moment,
  from: moment,
  to: moment,
  axis: oneOf(CHANGE_AXES),
  bom: oneOf(['true', 'false']),
} satisfies Record<string, Parameter<unknown>>;

export type ParameterName = keyof typeof PARAMETERS;
type Values = { [N in ParameterName]?: NonNullable<ReturnType<(typeof PARAMETERS)[N]['read']>> };

export const PAGE_PARAMETERS = ['limit', 'cursor'] as const satisfies readonly ParameterName[];
export const FILTER_PARAMETERS = [
  'retailer',
  'actor',
  'dataType',
  'polarity',
  'q',
] as const satisfies readonly ParameterName[];

const invalid = (parameter: string, message: string, allowed: readonly string[]): AppError =>
  new AppError('invalid-parameter', message, { subject: parameter, data: { allowed } });

/**
 * Reads the parameters of a query by name, without the ones that are not given.
 * Throws AppError `invalid-parameter` naming the first that is unknown, given twice or not allowed, and what is.
 */
export const readParameters = <N extends ParameterName>(
  query: URLSearchParams,
  known: readonly N[],
): Pick<Values, N> => {
  for (const name of query.keys())
    if (!known.some(one => one === name))
      throw invalid(
        name,
        known.length === 0
          ? `"${name}" is not a parameter here; there are none.`
          : `"${name}" is not a parameter here; there are: ${known.join(', ')}.`,
        known,
      );
  const values: Record<string, unknown> = {};
  for (const name of known) {
    const given = query.getAll(name);
    const [text] = given;
    if (text === undefined) continue;
    const parameter = PARAMETERS[name];
    const value = given.length === 1 ? parameter.read(text) : undefined;
    if (value === undefined) {
      const allowed: readonly string[] = parameter.allowed;
      const complaint = given.length === 1 ? `cannot be "${text.slice(0, 100)}"` : 'is given more than once';
      throw invalid(name, `The parameter "${name}" ${complaint}. Allowed: ${allowed.join(', ')}.`, allowed);
    }
    values[name] = value;
  }
  return values as Pick<Values, N>;
};

/** The page that `limit` and `cursor` ask for. */
export const pageRequest = ({ limit, cursor }: { limit?: number; cursor?: string }): PageRequest => ({
  limit: limit ?? DEFAULT_LIMIT,
  ...(cursor === undefined ? {} : { cursor }),
});

/** The incidents that a query's filters ask for. */
export const incidentFilter = ({
  retailer,
  actor,
  dataType,
  polarity,
  q,
}: Pick<Values, (typeof FILTER_PARAMETERS)[number]>): IncidentFilter => ({
  ...(retailer === undefined ? {} : { retailer }),
  ...(actor === undefined ? {} : { actor }),
  ...(dataType === undefined ? {} : { dataType }),
  ...(polarity === undefined ? {} : { polarity }),
  ...(q === undefined ? {} : { q }),
});

/** The claims that `kind` asks for. */
export const claimFilter = ({ kind }: { kind?: ClaimKind }): { readonly kind?: ClaimKind } =>
  kind === undefined ? {} : { kind };

export const POINT_PARAMETERS = ['asOf', 'knownAt'] as const satisfies readonly ParameterName[];
export const RANGE_PARAMETERS = ['from', 'to'] as const satisfies readonly ParameterName[];

/** The point in time that a query asks for; undefined where it asks for the present. */
export const pointIn = ({ asOf, knownAt }: Pick<Values, 'asOf' | 'knownAt'>): Point | undefined =>
  asOf === undefined && knownAt === undefined
    ? undefined
    : { ...(asOf === undefined ? {} : { asOf }), ...(knownAt === undefined ? {} : { knownAt }) };

/** The range that a query asks for. Throws AppError `invalid-parameter` where it has no beginning. */
export const rangeIn = ({ from, to, axis }: Pick<Values, 'from' | 'to' | 'axis'>): ChangeRange => {
  if (from === undefined) throw invalid('from', 'The parameter "from" is missing.', moment.allowed);
  return { from, ...(to === undefined ? {} : { to }), ...(axis === undefined ? {} : { axis }) };
};
