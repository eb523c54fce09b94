import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { EXPORT_FORMATS } from '#export/registry.ts';
import { stix } from '#export/stix.ts';
import type { StixObject } from '#export/stix-object.ts';
import { stixFaults } from './stix-rules.ts';
import { context, incident, SUBJECTS } from './subjects.ts';

/**
 * A copy of `oasis-open/cti-stix2-json-schemas` (its folder `schemas`) where there is one; the rules of `stix-rules.ts`
 * hold without it.
 */
const SCHEMAS = process.env['STIX_SCHEMAS'];

/** Types that `bundle.json` forgets in its list of objects, so that none of them fits; each fits its own schema. */
const UNLISTED = new Set(['incident', 'note', 'opinion']);

interface Bundle {
  readonly objects?: readonly StixObject[];
}
const bundle = (text: string): Bundle => JSON.parse(text) as Bundle;
const bundleOf = (subject = incident): readonly StixObject[] => bundle(stix.write(subject, context)).objects ?? [];

describe('STIX', () => {
  test.each(SUBJECTS)('of %s keeps the rules of the specification', (_name, subject) => {
    expect(stixFaults(bundle(stix.write(subject, context)))).toEqual([]);
    expect(stixFaults(bundle(stix.write(subject, { ...context, demo: true })))).toEqual([]);
  });

  test.skipIf(SCHEMAS === undefined)('validates against the schemas of OASIS', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true, unicodeRegExp: false });
    addFormats.default(ajv);
    const files = readdirSync(SCHEMAS ?? '', { recursive: true, encoding: 'utf8' }).filter(file =>
      file.endsWith('.json'),
    );
    const ids = new Map<string, string>();
    for (const file of files) {
      const schema = JSON.parse(readFileSync(join(SCHEMAS ?? '', file), 'utf8')) as { $id: string };
      ajv.addSchema(schema);
      ids.set(file.replace(/^.*[/\\]|\.json$/g, ''), schema.$id);
    }
    let checked = 0;
    const check = (name: string, value: unknown): void => {
      const validate = ajv.getSchema(ids.get(name) ?? '');
      expect(validate, `there is a schema for ${name}`).toBeDefined();
      expect(validate?.(value) ? [] : validate?.errors, JSON.stringify(value)).toEqual([]);
      checked += 1;
    };
    for (const [, subject] of SUBJECTS) {
      const whole = bundle(stix.write(subject, context));
      check('bundle', { ...whole, objects: whole.objects?.filter(({ type }) => !UNLISTED.has(type)) });
      for (const object of whole.objects ?? []) check(object.type, object);
    }
    expect(checked).toBeGreaterThan(50);
  });

  test('has what an analyst looks for, each with its ids', () => {
    const types = new Map<string, number>();
    for (const { type } of bundleOf()) types.set(type, (types.get(type) ?? 0) + 1);
    expect(Object.fromEntries(types)).toEqual({
      'marking-definition': 2,
      identity: 2,
      incident: 1,
      relationship: 3,
      'intrusion-set': 1,
      note: 6,
      opinion: 2,
      report: 7,
    });
  });

  test('gives the same thing the same id, on every site and in every bundle', () => {
    const ids = (site: string) => bundle(stix.write(incident, { ...context, site })).objects?.map(({ id }) => id);
    expect(ids('https://other.example')).toEqual(ids('https://receipts.example'));
    expect(ids('https://receipts.example')).toContain('marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9');
  });

  test('names nobody as the attacker whom the reports deny', () => {
    const [timeline] = incident.timelines;
    const actors = [{ name: 'PaperWasp', role: 'perpetrator', certainty: 'denied' as const }];
    const denied = { ...timeline!, incident: { ...timeline!.incident, actors } };
    const types = bundleOf({ ...incident, kind: 'list', timelines: [denied] }).map(({ type }) => type);
    expect(types).not.toContain('intrusion-set');
    expect(types.filter(type => type === 'relationship')).toHaveLength(1);
  });

  test('tells what was said not to be taken apart from what was', () => {
    const [found] = bundleOf().filter(({ type }) => type === 'incident');
    expect(found?.['labels']).toEqual([
      'state:ongoing',
      'attack:ransomware',
      'data-taken:names',
      'data-taken:email-addresses',
      'data-said-not-taken:passwords',
      'data-said-not-taken:names',
    ]);
  });

  test('finds what breaks the rules', () => {
    const objects = bundleOf();
    const [note] = objects.filter(({ type }) => type === 'note');
    const broken = (change: object) =>
      stixFaults({ type: 'bundle', id: 'bundle--x', objects: [{ ...note!, ...change }] });
    expect(broken({ object_refs: ['incident--none'] }).join()).toContain('leads nowhere');
    expect(broken({ modified: '1960-01-01T00:00:00.000Z' }).join()).toContain('before created');
    expect(broken({ content: undefined }).join()).toContain('content is missing');
    expect(broken({ created: 'yesterday' }).join()).toContain('no time');
    expect(EXPORT_FORMATS).toContain(stix);
  });
});
