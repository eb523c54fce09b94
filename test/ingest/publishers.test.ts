import { expect, test } from 'vitest';
import { publisherKindOf } from '#ingest';

test.each([
  ['theregister.com', 'security-press'],
  ['BleepingComputer', 'security-press'],
  ['ico.org.uk', 'regulator'],
  ['a-paper-nobody-lists.example', 'news'],
])('%s is %s', (publisher, kind) => {
  expect(publisherKindOf(publisher)).toBe(kind);
});
