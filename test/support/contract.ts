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
interface Contract {
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, { readonly get: { readonly responses: Readonly<Record<string, Json>> } }>>;
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

/** All documented answers, as `GET /v1/incidents 200`. */
export const documentedAnswers: readonly string[] = Object.entries(contract.paths).flatMap(([path, item]) =>
  Object.keys(item.get.responses).map(status => `GET ${path} ${status}`),
);

const templateOf = (pathname: string): string | undefined =>
  Object.keys(contract.paths).find(template =>
    new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(pathname),
  );

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
 * Checks an answer to a GET against the contract: path, status, media type, headers and body must be documented and
 * match. Adds what was answered to `seen`, in the words of `documentedAnswers`.
 */
export const expectContract = (response: Response, seen?: Set<string>): Response => {
  const { pathname } = new URL(response.request.url);
  const template = templateOf(pathname);
  expect(template, `${pathname} is a path of the contract`).toBeDefined();
  const documented = contract.paths[template ?? '']?.get.responses[String(response.status)];
  expect(documented, `GET ${template} may answer ${response.status}: ${response.text}`).toBeDefined();
  if (documented === undefined) return response;
  checkBody(follow(documented), response);
  checkHeaders(follow(documented), response);
  seen?.add(`GET ${template} ${response.status}`);
  return response;
};

/** Checks a problem that stands outside the contract's paths: an unknown path, or a method other than GET. */
export const expectProblem = (response: Response): Response => {
  expect(response.headers['content-type']).toBe('application/problem+json');
  expect(violations({ $ref: '#/components/schemas/Problem' }, JSON.parse(response.text))).toEqual([]);
  return response;
};
