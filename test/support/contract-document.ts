import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

/** Any object of the contract, with the members that are looked at here. */
export interface Json {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly description?: string;
  readonly required?: unknown;
  readonly properties?: Readonly<Record<string, Json>>;
  readonly items?: Json;
  readonly allOf?: readonly Json[];
  readonly discriminator?: { readonly mapping: Readonly<Record<string, string>> };
  readonly content?: Readonly<Record<string, Json>>;
  readonly headers?: Readonly<Record<string, Json>>;
  readonly schema?: Json;
  readonly examples?: Readonly<Record<string, Json>>;
  readonly value?: unknown;
}
export const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
export type Method = (typeof METHODS)[number];

/** A parameter of a path or an operation. */
export interface ContractParameter extends Json {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly schema: Json;
  readonly example?: unknown;
}
interface PathItem extends Readonly<Partial<Record<Method, OperationObject>>> {
  readonly parameters?: readonly Json[];
}
interface OperationObject {
  readonly operationId: string;
  readonly parameters?: readonly Json[];
  readonly requestBody?: Json;
  readonly security?: readonly unknown[];
  readonly responses: Readonly<Record<string, Json>>;
}
interface Contract {
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly webhooks: Readonly<Record<string, PathItem>>;
  readonly components: Readonly<Record<'schemas' | 'examples', Readonly<Record<string, Json>>>>;
}

/** The text of `openapi.yaml`. */
export const contractText: string = readFileSync(new URL('../../openapi.yaml', import.meta.url), 'utf8');
export const contract = parse(contractText) as Contract;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Follows a `$ref` within the contract. */
export const follow = (value: Json): Json => {
  const { $ref } = value;
  if ($ref === undefined) return value;
  const found = $ref
    .slice(2)
    .split('/')
    .reduce<unknown>((place, part) => (isObject(place) ? place[part] : undefined), contract);
  if (!isObject(found)) throw new Error(`${$ref} leads nowhere`);
  return found as Json;
};

/** Schemas that others build on with `allOf`: they see only a part of the object and must stay open. */
const bases = new Set(
  Object.values(contract.components.schemas)
    .flatMap(({ allOf = [] }) => allOf)
    .map(({ $ref }) => $ref),
);

/** A member that the contract does not name is a failure here, although clients are told to read past such. */
const closed = (schema: unknown, open: boolean): unknown => {
  if (Array.isArray(schema)) return schema.map(one => closed(one, open));
  if (!isObject(schema)) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value, key === 'allOf')]));
  const { properties, allOf } = schema;
  const isShape = isObject(properties) || Array.isArray(allOf);
  return isShape && !open ? { ...inner, unevaluatedProperties: false } : inner;
};

const strictSchemas = Object.fromEntries(
  Object.entries(contract.components.schemas).map(([name, schema]) => [
    name,
    closed(schema, bases.has(`#/components/schemas/${name}`)),
  ]),
);

const BASE = 'https://contract.example/';
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema({ $id: BASE, components: { schemas: strictSchemas } });

/** A schema whose `$ref`s lead into the contract. */
const anchored = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(anchored);
  if (!isObject(schema)) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string' && value.startsWith('#') ? BASE + value : anchored(value),
    ]),
  );
};

const compiled = new WeakMap<object, ValidateFunction>();

const validatorOf = (schema: Json): ValidateFunction => {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  const made = ajv.compile(anchored(schema) as object);
  compiled.set(schema, made);
  return made;
};

/** Validates a value against a schema of the contract. Returns what is wrong, one line each. */
export const violations = (schema: Json, value: unknown): readonly string[] => {
  const validate = validatorOf(schema);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
};

/** One method of one path. */
export interface Operation {
  /** As in a request, e.g. `GET`. */
  readonly method: string;
  readonly path: string;
  readonly id: string;
  /** Those of the path and its own, with `$ref`s followed. */
  readonly parameters: readonly ContractParameter[];
  readonly requestBody?: Json;
  readonly needsKey: boolean;
  readonly responses: Readonly<Record<string, Json>>;
}

const operationOf = (path: string, item: PathItem, method: Method): readonly Operation[] => {
  const found = item[method];
  if (found === undefined) return [];
  const { operationId, parameters = [], requestBody, security = [], responses } = found;
  return [
    {
      method: method.toUpperCase(),
      path,
      id: operationId,
      parameters: [...(item.parameters ?? []), ...parameters].map(one => follow(one) as ContractParameter),
      ...(requestBody === undefined ? {} : { requestBody: follow(requestBody) }),
      needsKey: security.length > 0,
      responses,
    },
  ];
};

/** All methods of all paths. */
export const operations: readonly Operation[] = Object.entries(contract.paths).flatMap(([path, item]) =>
  METHODS.flatMap(method => operationOf(path, item, method)),
);

/** All documented answers, as `GET /v1/incidents 200`. */
export const documentedAnswers: readonly string[] = operations.flatMap(({ method, path, responses }) =>
  Object.keys(responses).map(status => `${method} ${path} ${status}`),
);

/** All documented answers with their media types, as `GET /v1/incidents 200 text/csv`; `-` where there is no body. */
export const documentedExchanges: readonly string[] = operations.flatMap(({ method, path, responses }) =>
  Object.entries(responses).flatMap(([status, response]) =>
    Object.keys(follow(response).content ?? { '-': {} }).map(type => `${method} ${path} ${status} ${type}`),
  ),
);

const placeholders = (template: string): number => template.split('{').length;

/** The path of the contract that a request's path is one of; of several the one that says most. */
export const templateOf = (pathname: string): string | undefined =>
  Object.keys(contract.paths)
    .filter(template => new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(pathname))
    .toSorted((a, b) => Number(b.includes('.{')) - Number(a.includes('.{')) || placeholders(a) - placeholders(b))[0];

/** An answer as it came over the wire. */
export interface WireAnswer {
  readonly method: string;
  /** Of the request, decoded no further than it was sent. */
  readonly pathname: string;
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  readonly text: string;
}

const mediaTypeOf = (answer: WireAnswer): string => (answer.header('content-type') ?? '').split(';')[0] ?? '';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const bodyFaults = ({ content }: Json, answer: WireAnswer): readonly string[] => {
  if (content === undefined) return answer.text === '' ? [] : ['a body where none is documented'];
  const type = mediaTypeOf(answer);
  const schema = content[type]?.schema;
  if (schema === undefined) return [`the media type "${type}" is not documented`];
  const value = /[/+]json$/.test(type) ? parsed(answer.text) : answer.text;
  return violations(schema, value).map(fault => `body${fault}`);
};

const headerFaults = ({ headers = {} }: Json, answer: WireAnswer): readonly string[] =>
  Object.entries(headers).flatMap(([name, reference]) => {
    const { required, schema = {} } = follow(reference);
    const text = answer.header(name);
    if (text === undefined) return required === true ? [`the header ${name} is missing`] : [];
    return violations(schema, schema.type === 'integer' ? Number(text) : text).map(fault => `header ${name}${fault}`);
  });

/** The operation of the contract that a request asked for. */
export const operationFor = (method: string, pathname: string): Operation | undefined => {
  const template = templateOf(pathname);
  return operations.find(one => one.path === template && one.method === method);
};

/** What an answer has that the contract does not, or has otherwise; nothing where it conforms. */
export const faultsOf = (answer: WireAnswer): readonly string[] => {
  const operation = operationFor(answer.method, answer.pathname);
  if (operation === undefined) return [`${answer.method} ${answer.pathname} is not in the contract`];
  const documented = operation.responses[String(answer.status)];
  if (documented === undefined) return [`${answer.status} is not documented: ${answer.text.slice(0, 300)}`];
  const response = follow(documented);
  return [...bodyFaults(response, answer), ...headerFaults(response, answer)];
};

/** An answer in the words of `documentedExchanges`. */
export const exchangeOf = (answer: WireAnswer): string => {
  const operation = operationFor(answer.method, answer.pathname);
  const content = follow(operation?.responses[String(answer.status)] ?? {}).content;
  return `${answer.method} ${operation?.path} ${answer.status} ${content === undefined ? '-' : mediaTypeOf(answer)}`;
};
