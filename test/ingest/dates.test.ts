import { describe, expect, test } from 'vitest';
import { parseMoment } from '../../ingest/dates.ts';

describe('a date', () => {
  test.each([
    ['Tue, 22 Apr 2025 10:00:00 GMT', '2025-04-22T10:00:00.000Z'],
    ['Tue, 22 Apr 2025 10:00:00 +0100', '2025-04-22T09:00:00.000Z'],
    ['Tue, 22 Apr 2025 10:00:00 BST', '2025-04-22T09:00:00.000Z'],
    ['Tue, 22 Apr 2025 10:00 EDT', '2025-04-22T14:00:00.000Z'],
    ['22 Apr 25 10:00:00 Z', '2025-04-22T10:00:00.000Z'],
    ['Tue,22 Apr 2025 4:35:5 GMT+9', '2025-04-21T19:35:05.000Z'],
    ['Tuesday, 22 April 2025 10:00:00 -0500 (CDT)', '2025-04-22T15:00:00.000Z'],
    ['2025-04-22T10:00:00Z', '2025-04-22T10:00:00.000Z'],
    ['2025-04-22T10:00:00.1234567+05:30', '2025-04-22T04:30:00.123Z'],
    ['2025-04-22 10:00:00 +0000', '2025-04-22T10:00:00.000Z'],
    ['20250422T100000Z', '2025-04-22T10:00:00.000Z'],
    ['April 22, 2025 at 6:05 pm EDT', '2025-04-22T22:05:00.000Z'],
    ['Tue Apr 22 10:00:00 UTC 2025', '2025-04-22T10:00:00.000Z'],
    ['Tue, 22 Apr 2025 12:10 AM GMT', '2025-04-22T00:10:00.000Z'],
  ])('%s is the instant %s', (text, iso) => {
    expect(parseMoment(text)).toEqual({ kind: 'instant', iso });
  });

  test.each(['2025-04-22', '22 April 2025', 'April 22, 2025', '22nd Apr 2025', '2025/4/22'])('%s is a day', text => {
    expect(parseMoment(text)).toEqual({ kind: 'day', day: '2025-04-22' });
  });

  test('a time without a zone says so', () => {
    expect(parseMoment('2025-04-22T23:30:00')).toEqual({
      kind: 'zoneless',
      iso: '2025-04-22T23:30:00.000Z',
      day: '2025-04-22',
    });
  });

  test.each([
    ['nothing', ''],
    ['a word', 'yesterday'],
    ['either of two days', '04/05/2025'],
    ['a day that does not exist', '2025-02-30'],
    ['a month that does not exist', '2025-13-01'],
    ['an hour that does not exist', '2025-04-22T25:00:00Z'],
    ['a month alone', '2025-04'],
    ['a zone that nobody knows', 'Tue, 22 Apr 2025 10:00:00 XYZ'],
    ['a number', '1745316000'],
    ['very long', '2025-04-22'.repeat(100)],
  ])('is absent where there is %s', (_, text) => {
    expect(parseMoment(text)).toBeUndefined();
  });
});
