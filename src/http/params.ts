import type { PageRequest } from '#db';
import { INCIDENT_SORTS, STATS_DIMENSIONS } from '#db';
import { CHANGE_AXES, type ChangeRange } from '#domain/changes.ts';
import type { Point } from '#domain/ledger.ts';
import type { ClaimKind } from '#domain/vocabulary.ts';
import {
  ATTACK_TYPES,
  CERTAINTIES,
  CLAIM_KINDS,
  DATA_TYPES,
  INCIDENT_STATES,
  MONEY_METRICS,
  POLARITIES,
  SERVICE_STATES,
  SERVICES,
  SPEAKERS,
} from '#domain/vocabulary.ts';
import { AppError } from '#errors';
import { COMPARE_ALIGNMENTS } from '#timeline/compare.ts';
import { INCIDENT_FIELDS, INCLUDES } from './fields.ts';
import {
  day,
  listOf,
  matching,
  moment,
  monthOrYear,
  oneOf,
  type Parameter,
  someOf,
  sum,
  wholeNumber,
} from './parameter.ts';

const SLUG = /^[a-z0-9-]{1,100}$/;
const ID = /^[a-z0-9-]{1,120}$/;
export const DEFAULT_LIMIT = 20;
export const MAX_LIMIT = 100;

/** Every query parameter of the interface, once. */
const PARAMETERS = {
  limit: wholeNumber(1, MAX_LIMIT),
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
  attackType: oneOf(ATTACK_TYPES),
  service: oneOf(SERVICES),
  serviceState: oneOf(SERVICE_STATES),
  metric: oneOf(MONEY_METRICS),
  currency: matching(/^[A-Z]{3}$/, 'a code of ISO 4217, e.g. GBP'),
  minAmount: sum,
  maxAmount: sum,
  certainty: oneOf(CERTAINTIES),
  speaker: oneOf(SPEAKERS),
  minIndependent: wholeNumber(1, 1000),
  happenedFrom: day,
  happenedTo: day,
  reportedFrom: day,
  reportedTo: day,
  knownFrom: monthOrYear,
  knownTo: monthOrYear,
  updatedFrom: day,
  updatedTo: day,
  status: oneOf(INCIDENT_STATES),
  country: matching(/^[A-Z]{2}$/, 'a code of ISO 3166-1 alpha-2, e.g. GB'),
  shop: matching(SLUG, 'a kind of shop as /v1/vocabularies/shop lists them, e.g. supermarket'),
  sort: oneOf(INCIDENT_SORTS),
  fields: someOf(INCIDENT_FIELDS),
  include: someOf(INCLUDES),
  ids: listOf(/^[a-z0-9_-]{1,120}$/, { least: 1, most: MAX_LIMIT, what: 'ids' }),
  incidents: listOf(ID, { least: 2, most: 10, what: 'ids of incidents' }),
  align: oneOf(COMPARE_ALIGNMENTS),
  by: someOf(STATS_DIMENSIONS),
  publisher: matching(/^(?=.*\S)\P{Cc}{1,200}$/u, 'the name of a publisher as /v1/publishers lists them'),
  name: matching(/^(?=.*\S)\P{Cc}{1,200}$/u, '1 to 200 characters, none of them a control character'),
  since: matching(/^[\x21-\x7e]{1,1000}$/, 'the value of "cursor" in the answer before, unchanged'),
  event: matching(/^evt_[0-9a-f]{20}$/, 'the id of an event'),
  incident: matching(ID, 'the id of an incident'),
} satisfies Record<string, Parameter<unknown>>;

export type ParameterName = keyof typeof PARAMETERS;
/** The values of parameters that were given. */
export type Values = { [N in ParameterName]?: NonNullable<ReturnType<(typeof PARAMETERS)[N]['read']>> };

export const PAGE_PARAMETERS = ['limit', 'cursor'] as const satisfies readonly ParameterName[];
/** The error for a parameter that is not allowed. */
export const invalid = (parameter: string, message: string, allowed: readonly string[]): AppError =>
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
