import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { INCIDENT_SORTS, STATS_DIMENSIONS } from '#db';
import { CHANGE_CAUSES, CHANGE_KINDS } from '#domain/changes.ts';
import { DECISION_KINDS } from '#domain/decision.ts';
import { RELATION_KINDS } from '#domain/related.ts';
import { CADENCES } from '#domain/subscription.ts';
import * as vocabulary from '#domain/vocabulary.ts';
import { CELL_STATUSES } from '#timeline/compare.ts';
import { INCIDENT_FIELDS } from '../../src/http/fields.ts';
import { PROBLEMS } from '../../src/http/problem.ts';
import { DESK_ROUTES } from '../../src/http/routes/desk.ts';
import { API_ROUTES } from '../../src/http/routes/index.ts';
import { METHODS } from '../../src/http/routes/route.ts';
import type { Json } from '../support/contract.ts';
import { contract, contractText, follow, operations, violations } from '../support/contract.ts';

const { schemas, examples } = contract.components;

/** Which list of the domain stands behind which schema. */
const VOCABULARIES = {
  Certainty: vocabulary.CERTAINTIES,
  EventStatus: vocabulary.EVENT_STATUSES,
  IncidentState: vocabulary.INCIDENT_STATES,
  Speaker: vocabulary.SPEAKERS,
  Subject: vocabulary.SUBJECTS,
  Polarity: vocabulary.POLARITIES,
  AttackType: vocabulary.ATTACK_TYPES,
  ActorRole: vocabulary.ACTOR_ROLES,
  DataType: vocabulary.DATA_TYPES,
  Qualifier: vocabulary.QUALIFIERS,
  PeopleSense: vocabulary.PEOPLE_SENSES,
  Service: vocabulary.SERVICES,
  ServiceState: vocabulary.SERVICE_STATES,
  MoneyMetric: vocabulary.MONEY_METRICS,
  MoneyPeriod: vocabulary.MONEY_PERIODS,
  ResponseAction: vocabulary.RESPONSE_ACTIONS,
  LeakState: vocabulary.LEAK_STATES,
  LegalAction: vocabulary.LEGAL_ACTIONS,
  DateMeaning: vocabulary.DATE_EVENTS,
  DatePrecision: vocabulary.DATE_PRECISIONS,
  ClaimKind: vocabulary.CLAIM_KINDS,
  IncidentRole: vocabulary.INCIDENT_ROLES,
  PublisherKind: vocabulary.PUBLISHER_KINDS,
  RelationKind: RELATION_KINDS,
  ChangeKind: CHANGE_KINDS,
  ChangeCause: CHANGE_CAUSES,
  CorrectionKind: DECISION_KINDS,
  Genre: vocabulary.GENRES,
  IncidentSort: INCIDENT_SORTS,
  IncidentField: INCIDENT_FIELDS,
  StatsDimension: STATS_DIMENSIONS,
  CellStatus: CELL_STATUSES,
  Cadence: CADENCES,
} as const;

/** Enums of which another test speaks, or whose words stand in a type of the domain only: the compiler checks those. */
const CHECKED_ELSEWHERE = ['ExportSuffix', 'ProblemCode', 'Origin', 'SubscriptionState', 'DeliveryState', 'NewsType'];

describe('the contract', () => {
  test('has exactly the paths and methods of the route tables', () => {
    const routes = [...API_ROUTES, ...DESK_ROUTES].flatMap(route =>
      METHODS.filter(method => route[method] !== undefined).map(
        method => `${method.toUpperCase()} ${route.path.replace(/:(\w+)/g, '{$1}')}`,
      ),
    );
    expect(operations.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(routes.toSorted());
  });

  test('asks for a key exactly where the program does', () => {
    const needing = [...API_ROUTES, ...DESK_ROUTES].flatMap(({ path, needs = {} }) =>
      Object.keys(needs).map(method => `${method.toUpperCase()} ${path.replace(/:(\w+)/g, '{$1}')}`),
    );
    const documented = operations.filter(({ needsKey }) => needsKey).map(({ method, path }) => `${method} ${path}`);
    expect(documented.toSorted()).toEqual(needing.toSorted());
  });

  test.each(Object.entries(VOCABULARIES))('has the words of the domain for %s', (name, words) => {
    expect(schemas[name]?.enum).toEqual([...words]);
  });

  test('has no list of words that nobody compares', () => {
    const lists = Object.entries(schemas).flatMap(([name, schema]) => (schema.enum === undefined ? [] : [name]));
    expect(lists.toSorted()).toEqual([...Object.keys(VOCABULARIES), ...CHECKED_ELSEWHERE].toSorted());
  });

  test('has a schema for every kind of claim and of event', () => {
    for (const family of ['Claim', 'TimelineEvent']) {
      const mapping = schemas[family]?.discriminator?.mapping ?? {};
      expect(Object.keys(mapping)).toEqual([...vocabulary.CLAIM_KINDS]);
      for (const [kind, $ref] of Object.entries(mapping)) {
        const [, own] = follow({ $ref }).allOf ?? [];
        expect(own?.properties?.['kind']?.const).toBe(kind);
      }
    }
  });

  test('lists the codes of problems that the program has, with their status', () => {
    expect(schemas['ProblemCode']?.enum).toEqual(Object.keys(PROBLEMS));
    for (const [code, { status }] of Object.entries(PROBLEMS))
      expect(contractText).toContain(`| \`${code}\` | ${status} |`);
  });

  test('has the version of the package', () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(contract.info.version).toBe(version);
  });

  test('documents what succeeds for every operation, and under /v1 what the caller can get wrong', () => {
    for (const { method, path, responses } of operations) {
      const statuses = Object.keys(responses);
      expect(
        statuses.filter(status => status.startsWith('2')),
        `${method} ${path}`,
      ).not.toEqual([]);
      if (path.startsWith('/v1'))
        expect(
          statuses.filter(status => status.startsWith('4')),
          `${method} ${path}`,
        ).not.toEqual([]);
    }
  });

  test('describes every member in words', () => {
    const bare: string[] = [];
    const visit = (place: string, { properties = {}, items, allOf = [] }: Json): void => {
      for (const [name, member] of Object.entries(properties)) {
        const says = member.description ?? member.$ref ?? member.const;
        if (says === undefined && name !== 'items') bare.push(`${place}.${name}`);
        visit(`${place}.${name}`, member);
      }
      if (items !== undefined) visit(`${place}[]`, items);
      for (const part of allOf) visit(place, part);
    };
    for (const [name, schema] of Object.entries(schemas)) visit(name, schema);
    expect(bare).toEqual([]);
  });

  test('gives examples that it would accept itself', () => {
    let checked = 0;
    const answers = operations.flatMap(({ responses }) => Object.values(responses).map(follow));
    for (const { schema = {}, examples = {} } of answers.flatMap(({ content = {} }) => Object.values(content)))
      for (const example of Object.values(examples)) {
        expect(violations(schema, follow(example).value)).toEqual([]);
        checked += 1;
      }
    expect(checked).toBeGreaterThan(Object.keys(examples).length);
  });

  test('refuses what it does not describe', () => {
    const schema = { $ref: '#/components/schemas/Claim' };
    const { items } = follow({ $ref: '#/components/examples/claimList' }).value as { items: readonly object[] };
    const [claim] = items;
    expect(violations(schema, claim)).toEqual([]);
    expect(violations(schema, { ...claim, surprise: 1 })).not.toEqual([]);
    expect(violations(schema, { ...claim, kind: 'people' })).not.toEqual([]);
    expect(violations(schema, { ...claim, quote: 'x'.repeat(301) })).not.toEqual([]);
    expect(violations(schema, { ...claim, value: { type: 'passwords', subject: 'customer' } })).not.toEqual([]);
  });
});
