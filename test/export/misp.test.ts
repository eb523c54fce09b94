import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { misp } from '#export/misp.ts';
import { context, incident, list, SUBJECTS } from './subjects.ts';

/** PyMISP's `schema.json` where there is a copy; the shape below is that of the MISP core format without it. */
const PUBLISHED = process.env['MISP_SCHEMA'];

const text = { type: 'string', minLength: 1 };
const uuid = { type: 'string', pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' };
const seconds = { type: 'string', pattern: '^\\d+$' };
const closed = (properties: object, required = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

/** MISP core format (draft-dulaunoy-misp-core-format, sections 2.2 to 2.4), as far as it is used. */
const ORGANISATION = closed({ name: text, uuid });
const EVENT = closed({
  Event: closed({
    uuid,
    info: text,
    date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    threat_level_id: { enum: ['1', '2', '3', '4'] },
    analysis: { enum: ['0', '1', '2'] },
    published: { type: 'boolean' },
    timestamp: seconds,
    distribution: { enum: ['0', '1', '2', '3', '4'] },
    Org: ORGANISATION,
    Orgc: ORGANISATION,
    Tag: { type: 'array', items: closed({ name: text }), minItems: 1 },
    Attribute: {
      type: 'array',
      minItems: 1,
      items: closed({
        uuid,
        type: { enum: ['text', 'link', 'target-org', 'threat-actor'] },
        category: { enum: ['External analysis', 'Internal reference', 'Targeting data', 'Attribution'] },
        value: text,
        comment: { type: 'string' },
        timestamp: seconds,
        to_ids: { const: false },
        disable_correlation: { type: 'boolean' },
        distribution: { enum: ['0', '1', '2', '3', '4', '5'] },
        deleted: { const: false },
      }),
    },
  }),
});

type MispEvent = { readonly Event: { readonly Attribute: readonly { uuid: string; type: string; value: string }[] } };
const eventsOf = (subject = incident): readonly MispEvent[] => {
  const document = JSON.parse(misp.write(subject, context)) as MispEvent | { response: MispEvent[] };
  return 'response' in document ? document.response : [document];
};

describe('MISP', () => {
  test.each(SUBJECTS)('of %s has the shape of the core format', (_name, subject) => {
    const validate = new Ajv({ strict: false, allErrors: true }).compile(EVENT);
    for (const event of eventsOf(subject)) expect(validate(event) ? [] : validate.errors).toEqual([]);
    expect(eventsOf(subject)).toHaveLength(subject.timelines.length);
  });

  test.skipIf(PUBLISHED === undefined)('validates against the schema that PyMISP publishes', () => {
    const {
      $schema: _,
      id: __,
      ...schema
    } = JSON.parse(readFileSync(PUBLISHED ?? '', 'utf8')) as Record<string, unknown>;
    const validate = new Ajv({ strict: false, allErrors: true, validateSchema: false }).compile(schema);
    for (const event of [...eventsOf(incident), ...eventsOf(list)])
      expect(validate(event) ? [] : validate.errors).toEqual([]);
    const [{ Event } = { Event: {} }] = eventsOf(incident);
    expect(validate({ Event: { ...Event, surprise: 1 } })).toBe(false);
  });

  test('gives every attribute an id of its own', () => {
    const ids = eventsOf(list).flatMap(({ Event }) => Event.Attribute.map(attribute => attribute.uuid));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('links to what is on the web, and to nothing else', () => {
    const links = eventsOf().flatMap(({ Event }) => Event.Attribute.filter(({ type }) => type === 'link'));
    expect(links).toHaveLength(7);
    for (const { value } of links) expect(value).toMatch(/^https:/);
  });
});
