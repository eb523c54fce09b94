import fc from 'fast-check';
import { type ContractParameter, follow, type Operation, violations } from '../contract-document.ts';
import { fromSchema } from './from-schema.ts';

/** A request as it goes over the wire. */
export interface FuzzRequest {
  readonly operation: Operation;
  readonly method: string;
  /** Path and query, encoded. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Names of parameters whose values the contract does not allow, `body` among them. */
  readonly broken: readonly string[];
}

/** What is known of the server that is asked: values that lead to something, by the names of parameters. */
export interface Known {
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** Keys of every scope. */
  readonly keys: readonly string[];
}

interface Given {
  readonly name: string;
  readonly values: readonly string[];
  readonly broken: boolean;
}

const NASTY: readonly string[] = [
  '',
  ' ',
  '\u0000',
  '%00',
  '..',
  '../../etc/passwd',
  "' or 1=1 --",
  '<script>alert(1)</script>',
  '{{7*7}}',
  '-1',
  '0',
  '1e309',
  'NaN',
  'null',
  'undefined',
  '[]',
  '2025-02-30',
  '9999-12-31T23:59:60Z',
  '\ud800',
  '💩',
  'ａ',
  'x'.repeat(5000),
  '__proto__',
  'constructor',
];

const nasty: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 300 }) },
);

/** `encodeURIComponent`, also of lone halves of characters, which it refuses. */
const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());

const shown = (value: unknown): string => (Array.isArray(value) ? value.join(',') : String(value));

/** The value that a text stands for in a query or path, by the type of its schema. */
const typed = (text: string, { type }: { readonly type?: string }): unknown => {
  if (type === 'array') return text.split(',');
  if (type !== 'integer' && type !== 'number') return text;
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : text;
};

/** Whether the contract allows a text for a parameter. */
export const allowsText = ({ schema }: ContractParameter, text: string): boolean =>
  violations(schema, typed(text, follow(schema))).length === 0;

const known = ({ values }: Known, { name, example }: ContractParameter): readonly string[] => [
  ...(values[name] ?? []),
  ...(example === undefined ? [] : [shown(example)]),
];

/** Texts for a parameter: mostly such as lead to something, many that are merely allowed, some that are not. */
const textFor = (parameter: ContractParameter, pool: Known, nastiness: number): fc.Arbitrary<string> => {
  const allowed = fromSchema(parameter.schema).map(shown);
  const found = known(pool, parameter);
  return fc.oneof(
    { weight: 8, arbitrary: found.length === 0 ? allowed : fc.constantFrom(...found) },
    { weight: 6, arbitrary: allowed },
    { weight: nastiness, arbitrary: nasty },
  );
};

const given = (parameter: ContractParameter, pool: Known, presence: number): fc.Arbitrary<Given | undefined> =>
  fc
    .tuple(fc.integer({ min: 0, max: 99 }), textFor(parameter, pool, 2), fc.integer({ min: 0, max: 49 }))
    .map(([chance, text, twice]) => {
      const { name, required } = parameter;
      if (chance >= (required === true ? 97 : presence)) return undefined;
      const values = twice === 0 ? [text, text] : [text];
      return { name, values, broken: values.length > 1 || !allowsText(parameter, text) };
    });

const strange: fc.Arbitrary<Given | undefined> = fc
  .tuple(fc.integer({ min: 0, max: 99 }), fc.string({ minLength: 1, maxLength: 20 }), nasty)
  .map(([chance, name, value]) => (chance < 4 ? { name: `x${name}`, values: [value], broken: true } : undefined));

const queryOf = (operation: Operation, pool: Known): fc.Arbitrary<readonly Given[]> => {
  const parameters = operation.parameters.filter(one => one.in === 'query');
  // Of some thirty filters as few as people use, so that some incidents are left.
  const presence = Math.max(4, Math.min(40, 150 / Math.max(1, parameters.length)));
  return (
    fc
      // What never answers 400 overlooks what it does not know, as probes of monitors append it.
      .tuple(
        '400' in operation.responses ? strange : fc.constant(undefined),
        ...parameters.map(parameter => given(parameter, pool, presence)),
      )
      .map(all => all.filter(one => one !== undefined))
  );
};

const pathOf = (operation: Operation, pool: Known): fc.Arbitrary<string> => {
  const parameters = operation.parameters.filter(one => one.in === 'path');
  const named = (name: string): string => (name === 'id' ? `${operation.path.split('/')[2]}.id` : name);
  return fc.tuple(...parameters.map(one => textFor({ ...one, name: named(one.name) }, pool, 1))).map(texts =>
    parameters.reduce((path, { name }, index) => {
      const text = texts[index] ?? '';
      return path.replace(`{${name}}`, () => encoded(text === '' ? 'x' : text));
    }, operation.path),
  );
};

const headersOf = (operation: Operation, { keys }: Known): fc.Arbitrary<Readonly<Record<string, string>>> => {
  const types = Object.values(operation.responses).flatMap(response => Object.keys(follow(response).content ?? {}));
  const accept = fc.oneof(
    { weight: 6, arbitrary: fc.constant(undefined) },
    { weight: 3, arbitrary: fc.constantFrom(...types, '*/*', 'text/html,*/*;q=0.8') },
    { weight: 1, arbitrary: fc.constantFrom('image/png', 'nonsense', ';;;', '*', 'application/json;q=0') },
  );
  const key = fc.oneof(
    { weight: operation.needsKey ? 12 : 2, arbitrary: fc.constantFrom(...keys.map(one => `Bearer ${one}`)) },
    { weight: operation.needsKey ? 1 : 12, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom('Basic eDp5', 'Bearer', 'Bearer rcp_nonsense') },
  );
  const sometimes = (arbitrary: fc.Arbitrary<string>) => fc.option(arbitrary, { freq: 8, nil: undefined });
  return fc
    .record({
      accept,
      authorization: key,
      'if-none-match': sometimes(fc.constantFrom('*', '"x"', 'W/"x"', 'x', '"a", "b"')),
      'x-request-id': sometimes(fc.constantFrom('a', 'desk-7.b_c', 'x'.repeat(70), '<b>')),
      'idempotency-key': sometimes(fc.constantFrom('one', 'two', 'three', 'x'.repeat(300))),
      'last-event-id': sometimes(fc.constantFrom('0', '-1', 'x', '99999999999999999999')),
      'accept-encoding': sometimes(fc.constantFrom('gzip', 'br', 'identity', 'gzip;q=0', '*;q=0')),
    })
    .map(
      all =>
        Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Record<string, string>,
    );
};

interface Body {
  readonly text: string;
  readonly type?: string;
  readonly broken: boolean;
}

const BODYLESS: fc.Arbitrary<Body | undefined> = fc.constant(undefined);

const bodyOf = ({ requestBody }: Operation, pool: Known): fc.Arbitrary<Body | undefined> => {
  const { schema, examples = {} } = requestBody?.content?.['application/json'] ?? {};
  if (schema === undefined) return BODYLESS;
  const json = (value: unknown): Body => ({
    text: JSON.stringify(value),
    type: 'application/json',
    broken: violations(schema, value).length > 0,
  });
  const shownOnes = Object.values(examples).map(example => follow(example).value);
  const allowed = fromSchema(schema);
  const spoiled = fc
    .tuple(allowed, fc.string({ minLength: 1, maxLength: 12 }), fc.jsonValue({ maxDepth: 3 }))
    .map(([value, name, other]) => ({ ...(value as object), [name]: other }));
  const pooled = fc
    .tuple(
      allowed,
      fc.constantFrom('incident', 'article', 'from', 'into', 'id'),
      fc.constantFrom(...(pool.values['incidents.id'] ?? ['x'])),
    )
    .map(([value, name, id]) => (name in (value as object) ? { ...(value as object), [name]: id } : value));
  return fc.oneof(
    { weight: 3, arbitrary: (shownOnes.length === 0 ? allowed : fc.constantFrom(...shownOnes)).map(json) },
    { weight: 5, arbitrary: allowed.map(json) },
    { weight: 2, arbitrary: pooled.map(json) },
    { weight: 2, arbitrary: spoiled.map(json) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }).map(json) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.string({ maxLength: 60 }), fc.constantFrom('application/json', 'text/plain', 'application/xml'))
        .map(([text, type]) => ({ text: `{${text}`, type, broken: true })),
    },
  );
};

const OTHER_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Requests for one operation, valid and broken. */
export const requestsFor = (operation: Operation, pool: Known): fc.Arbitrary<FuzzRequest> =>
  fc
    .tuple(
      pathOf(operation, pool),
      queryOf(operation, pool),
      headersOf(operation, pool),
      bodyOf(operation, pool),
      fc.integer({ min: 0, max: 99 }),
      fc.constantFrom(...OTHER_METHODS),
    )
    .map(([path, query, headers, body, chance, other]) => {
      const method = chance < 3 ? other : operation.method;
      const pairs = query.flatMap(({ name, values }) => values.map(value => `${encoded(name)}=${encoded(value)}`));
      const type = body?.type === undefined ? {} : { 'content-type': body.type };
      return {
        operation,
        method,
        target: pairs.length === 0 ? path : `${path}?${pairs.join('&')}`,
        headers: { ...headers, ...type },
        ...(body === undefined || method === 'GET' ? {} : { body: body.text }),
        broken: [
          ...query.filter(({ broken }) => broken).map(({ name }) => name),
          ...(body?.broken && method === operation.method ? ['body'] : []),
        ],
      };
    });
