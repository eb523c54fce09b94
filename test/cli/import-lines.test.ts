import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { AppError } from '#errors';
import { parseImportLine, readImport } from '../../src/cli/import-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'import-lines-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a line of an import', () => {
  test('may be an object with a text, fields that nobody knows left out', () => {
    const line =
      '{"id":"x1","url":"https://a.example/1","title":"T","published":"2025-05-01","text":"Words","mood":"dark"}';
    expect(parseImportLine(line)).toEqual({
      id: 'x1',
      url: 'https://a.example/1',
      title: 'T',
      published: '2025-05-01',
      text: 'Words',
    });
  });

  test('may be a headline alone: a text that is given as empty is not fetched', () => {
    const headline = { url: 'https://a.example/1', title: 'Headline', text: '' };
    expect(parseImportLine(JSON.stringify(headline))).toEqual(headline);
    expect(parseImportLine('{"url":"https://a.example/1","text":""}')).toEqual({ url: 'https://a.example/1' });
    expect(parseImportLine('{"title":"T","text":"","html":"<p>Words"}')).toEqual({ title: 'T', html: '<p>Words' });
  });

  test('may be a bare URL', () => {
    expect(parseImportLine('https://a.example/story')).toEqual({ url: 'https://a.example/story' });
  });

  test.each([
    ['2025-05-01T10:00:00+02:00', '2025-05-01T08:00:00.000Z'],
    ['2025-05-01T10:00:00', '2025-05-01T10:00:00.000Z'],
    ['2025-05-01', '2025-05-01'],
  ])('its date %s becomes %s, UTC; a bare day stays a day', (given, held) => {
    expect(parseImportLine(JSON.stringify({ text: 'w', published: given })).published).toBe(held);
  });

  test.each([
    ['{"text": "cut off', 'not JSON'],
    ['[1, 2]', 'not a JSON object'],
    ['{"title":"alone"}', 'neither "text" nor "html" nor "url"'],
    ['{"text": 5}', '"text" is not a text'],
    ['{"url":"ftp://a.example/"}', '"url" is not a web address'],
    ['{"text":"w","published":"sometime"}', '"published" is not a date'],
  ])('that is wrong is told so: %s', (line, message) => {
    const read = (): unknown => parseImportLine(line);
    expect(read).toThrow(AppError);
    expect(read).toThrow(message);
  });

  test('that is wrong leaves the lines around it alone, and is known by its number', async () => {
    const path = join(folder, 'mixed.jsonl');
    writeFileSync(path, '\uFEFF{"text":"one"}\n\n{broken\r\nhttps://a.example/two\n');
    const lines = [];
    for await (const line of readImport(path)) lines.push(line);
    expect(lines.map(line => [line.number, line.row, line.error?.code])).toEqual([
      [1, { text: 'one' }, undefined],
      [3, undefined, 'import-line'],
      [4, { url: 'https://a.example/two' }, undefined],
    ]);
  });
});
