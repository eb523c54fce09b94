import type { StoredDocument } from '#db';
import { instantOf } from '#domain/instant.ts';
import type { Timeline } from '#domain/timeline.ts';
import { AppError } from '#errors';
import {
  API_ROOT,
  apiRoot,
  COLLECTION_ID,
  collection,
  type DatedObject,
  discovery,
  TAXII_TYPE,
  type TaxiiMatch,
  type TaxiiPlace,
  taxiiPage,
  versionOf,
} from '#export/taxii.ts';
import type { Answer, Call, Handler, Services } from '../answer.ts';
import { REVALIDATE, strongTag } from '../answer.ts';
import { HttpError } from '../problem.ts';
import type { Route } from './index.ts';

const MAX_OBJECTS = 1000;
/** Incidents that one request reads at most; what is left comes with the next page. */
const MAX_INCIDENTS = 25;

const taxii = (call: Call, value: object, headers: Readonly<Record<string, string>> = {}): Answer => {
  if (call.preferred([TAXII_TYPE, 'application/taxii+json', 'application/json']) === undefined)
    throw new HttpError('not-acceptable', `This can be had as ${TAXII_TYPE} only.`);
  const body = JSON.stringify(value);
  return { kind: 'content', type: TAXII_TYPE, body, etag: strongTag(body), cache: REVALIDATE, headers };
};

const invalid = (name: string, allowed: string): AppError =>
  new AppError('invalid-parameter', `The parameter "${name}" cannot be so. Allowed: ${allowed}.`, {
    subject: name,
    data: { allowed: [allowed] },
  });

const KNOWN = ['added_after', 'limit', 'next', 'match[id]', 'match[type]', 'match[version]', 'match[spec_version]'];

const listIn = (query: URLSearchParams, name: string): readonly string[] =>
  query
    .getAll(`match[${name}]`)
    .flatMap(text => text.split(','))
    .filter(Boolean);

const placeIn = (query: URLSearchParams): TaxiiPlace | undefined => {
  const text = query.get('next');
  if (text === null) return undefined;
  try {
    const [updatedAt, id, offset]: unknown[] = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (typeof updatedAt === 'string' && instantOf(updatedAt) === updatedAt && typeof id === 'string')
      if (Number.isInteger(offset)) return { updatedAt, id, offset: Number(offset) };
  } catch {
    // Not JSON: refused below.
  }
  throw invalid('next', 'the value of "next" in the answer before, unchanged');
};

const placeText = ({ updatedAt, id, offset }: TaxiiPlace): string =>
  Buffer.from(JSON.stringify([updatedAt, id, offset])).toString('base64url');

/** The first millisecond after which objects were added. */
const addedAfter = (query: URLSearchParams): TaxiiPlace | undefined => {
  const text = query.get('added_after');
  if (text === null) return undefined;
  const at = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) ? instantOf(text) : undefined;
  if (at === undefined) throw invalid('added_after', 'a time such as 2025-05-01T09:30:00.000Z');
  return { updatedAt: new Date(Date.parse(at) + 1).toISOString(), id: '', offset: 0 };
};

const limitIn = (query: URLSearchParams): number => {
  const text = query.get('limit') ?? String(MAX_OBJECTS);
  if (!/^[1-9]\d{0,8}$/.test(text)) throw invalid('limit', 'a whole number from 1');
  return Math.min(Number(text), MAX_OBJECTS);
};

const checkNames = (query: URLSearchParams): void => {
  for (const name of query.keys())
    if (!KNOWN.includes(name))
      throw new AppError('invalid-parameter', `"${name}" is not a parameter here; there are: ${KNOWN.join(', ')}.`, {
        subject: name,
        data: { allowed: KNOWN },
      });
};

interface Found {
  readonly objects: readonly DatedObject[];
  readonly next?: TaxiiPlace;
}

const later = (a: TaxiiPlace | undefined, b: TaxiiPlace | undefined): TaxiiPlace | undefined =>
  a === undefined || (b !== undefined && b.updatedAt > a.updatedAt) ? b : a;

const find = async (call: Call, { store, demo }: Services, ids: readonly string[] = []): Promise<Found> => {
  const { query } = call;
  checkNames(query);
  const match: TaxiiMatch = {
    ids: ids.length > 0 ? ids : listIn(query, 'id'),
    types: listIn(query, 'type'),
    versions: listIn(query, 'version'),
    specVersions: listIn(query, 'spec_version'),
  };
  const limit = limitIn(query);
  const from = later(placeIn(query), addedAfter(query));
  const documents = await store.timelinesFrom(from, MAX_INCIDENTS + 1);
  const held = documents.slice(0, MAX_INCIDENTS).map(({ id, updatedAt, json }: StoredDocument) => ({
    id,
    updatedAt,
    timeline: () => JSON.parse(json) as Timeline,
  }));
  const page = taxiiPage(held, from, match, limit, { site: call.origin, demo });
  const further = documents[MAX_INCIDENTS];
  if (page.next !== undefined || further === undefined) return page;
  return { ...page, next: { updatedAt: further.updatedAt, id: further.id, offset: 0 } };
};

const more = ({ next }: Found): object =>
  next === undefined ? { more: false } : { more: true, next: placeText(next) };

const added = ({ objects }: Found): Readonly<Record<string, string>> => {
  const dates = objects.map(({ dateAdded }) => dateAdded);
  const [first, last] = [dates[0], dates.at(-1)];
  return first === undefined || last === undefined
    ? {}
    : { 'X-TAXII-Date-Added-First': first, 'X-TAXII-Date-Added-Last': last };
};

const inCollection =
  (answer: (found: Found) => object): Handler =>
  async (call, services) => {
    if (call.params.id !== COLLECTION_ID && call.params.id !== 'incidents')
      throw new AppError('not-found', 'There is no such collection.', { hint: `There is one: ${COLLECTION_ID}` });
    const one = call.params.name === undefined ? [] : [call.params.name];
    const found = await find(call, services, one);
    if (one.length > 0 && found.objects.length === 0 && found.next === undefined)
      throw new AppError('not-found', 'There is no such object.');
    return taxii(call, { ...more(found), ...answer(found) }, added(found));
  };

const objects = inCollection(found => ({ objects: found.objects.map(({ object }) => object) }));
const manifest = inCollection(found => ({
  objects: found.objects.map(({ object, dateAdded }) => ({
    id: object.id,
    date_added: dateAdded,
    version: versionOf(object),
    media_type: 'application/stix+json;version=2.1',
  })),
}));
const versions = inCollection(found => ({ versions: found.objects.map(({ object }) => versionOf(object)) }));

const oneCollection: Handler = call => {
  if (call.params.id !== COLLECTION_ID && call.params.id !== 'incidents')
    throw new AppError('not-found', 'There is no such collection.', { hint: `There is one: ${COLLECTION_ID}` });
  return taxii(call, collection());
};

/** TAXII 2.1, to be read only. Its contract is that of OASIS, not `openapi.yaml`. */
export const TAXII_ROUTES: readonly Route[] = [
  { path: '/taxii2', get: call => taxii(call, discovery(call.origin)) },
  { path: API_ROOT, get: call => taxii(call, apiRoot()) },
  { path: `${API_ROOT}collections`, get: call => taxii(call, { collections: [collection()] }) },
  { path: `${API_ROOT}collections/:id`, get: oneCollection },
  { path: `${API_ROOT}collections/:id/objects`, get: objects },
  { path: `${API_ROOT}collections/:id/objects/:name`, get: objects },
  { path: `${API_ROOT}collections/:id/objects/:name/versions`, get: versions },
  { path: `${API_ROOT}collections/:id/manifest`, get: manifest },
];
