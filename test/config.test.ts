import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeConfig, readConfig, SETTINGS } from '#config';
import { AppError } from '#errors';

const documented = readFileSync(new URL('../docs/configuration.md', import.meta.url), 'utf8')
  .split('\n')
  .flatMap(line => {
    const cells = /^\| `([A-Z_]+)` \| (.+?) \| (.+) \|$/.exec(line);
    return cells ? [{ name: cells[1], default: cells[2]?.replace(/[`]/g, ''), help: cells[3] }] : [];
  });

describe('settings', () => {
  test('are documented, all of them, with the same default and the same words', () => {
    expect(documented).toEqual(
      Object.values(SETTINGS).map(row => ({ name: row.name, default: row.default || '(empty)', help: row.help })),
    );
  });

  test('have their defaults in an empty environment', () => {
    expect(readConfig({})).toMatchObject({ port: 3000, databaseUrl: undefined, dataDir: './data', poll: true });
  });

  test('that are empty are not set', () => {
    const empty = Object.fromEntries(Object.values(SETTINGS).map(row => [row.name, ' ']));
    expect(readConfig(empty)).toEqual(readConfig({}));
    expect(describeConfig(empty)).toEqual(describeConfig({}));
  });

  test.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['RECEIPTS_POLL', 'perhaps'],
    ['DATABASE_URL', 'mysql://somewhere'],
  ])('a wrong value is refused by name: %s=%s', (name, value) => {
    const wrong = (): unknown => readConfig({ [name]: value });
    expect(wrong).toThrow(AppError);
    expect(wrong).toThrow(name);
  });

  test('never show a secret, neither in the list nor in an error', () => {
    const shown = JSON.stringify(describeConfig({ DATABASE_URL: 'postgres://me:secret@db/receipts' }));
    expect(shown).not.toContain('secret');
    expect(() => readConfig({ DATABASE_URL: 'mysql://me:secret@db' })).toThrow(/^(?!.*secret)/);
  });
});
