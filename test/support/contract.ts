import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Response } from 'supertest';
import { expect } from 'vitest';
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

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema({ $id: 'https://contract.example/', components: { schemas: strictSchemas } });

/** Validates a value against a schema of the contract. Returns what is wrong, one line each. */
export const violations = (schema: Json, value: unknown): readonly string[] => {
  const { $ref } = schema;
  const validate = ajv.compile($ref !== undefined ? { $ref: `https://contract.example/${$ref}` } : schema);
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

const checkBody = ({ content }: Json, response: Response): void => {
  const [type = ''] = String(response.headers['content-type'] ?? '').split(';');
  if (content === undefined) {
    expect(response.text ?? '', 'an answer without documented content has no body').toBe('');
    return;
  }
  expect(Object.keys(content), 'the media type is documented').toContain(type);
  const value = /[/+]json$/.test(type) ? (JSON.parse(response.text) as unknown) : response.text;
  const found = violations(content[type]?.schema ?? {}, value);
  expect(found, `the body matches the contract: ${response.text.slice(0, 500)}`).toEqual([]);
};

const checkHeaders = ({ headers = {} }: Json, response: Response): void => {
  for (const [name, reference] of Object.entries(headers)) {
    const { required, schema = {} } = follow(reference);
    const text = response.headers[name.toLowerCase()] as string | undefined;
    if (text === undefined) expect(required, `the header ${name} is there`).not.toBe(true);
    else expect(violations(schema, schema.type === 'integer' ? Number(text) : text), `the header ${name}`).toEqual([]);
  }
};

/**
 * Checks an answer against the contract: path, method, status, media type, headers and body must be documented and
 * match. Adds what was answered to `seen`, in the words of `documentedAnswers` and of `documentedExchanges`.
 */
export const expectContract = (response: Response, seen?: Set<string>): Response => {
  const { pathname } = new URL(response.request.url);
  const { method } = response.request;
  const template = templateOf(pathname);
  expect(template, `${pathname} is a path of the contract`).toBeDefined();
  const operation = operations.find(one => one.path === template && one.method === method);
  const documented = operation?.responses[String(response.status)];
  expect(documented, `${method} ${template} may answer ${response.status}: ${response.text}`).toBeDefined();
  if (documented === undefined) return response;
  const answer = follow(documented);
  checkBody(answer, response);
  checkHeaders(answer, response);
  const [type = ''] = String(response.headers['content-type'] ?? '').split(';');
  seen?.add(`${method} ${template} ${response.status}`);
  seen?.add(`${method} ${template} ${response.status} ${answer.content === undefined ? '-' : type}`);
  return response;
};

/** Checks a problem that stands outside the contract's paths: an unknown path, or a method other than GET. */
export const expectProblem = (response: Response): Response => {
  expect(response.headers['content-type']).toBe('application/problem+json');
  expect(violations({ $ref: '#/components/schemas/Problem' }, JSON.parse(response.text))).toEqual([]);
  return response;
};
