import { expect, test } from 'vitest';
import { nameUuid } from '#domain/ids.ts';

const DNS = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

test('a UUID of a name is the one that others make of it', () => {
  expect(nameUuid(DNS, 'python.org')).toBe('886313e1-3b8a-5372-9b90-0c9aee199e5d');
});
