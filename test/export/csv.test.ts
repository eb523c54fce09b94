import { describe, expect, test } from 'vitest';
import { csv } from '#export/csv.ts';
import { csvText, guarded } from '#export/csv-text.ts';
import { REPORT_COLUMNS, reportRows } from '#export/report-columns.ts';
import type { ExportSubject } from '#export/subject.ts';
import { compareTimelines } from '#timeline/compare.ts';
import { readCsv, unguarded } from './read-csv.ts';
import { comparison, context, list } from './subjects.ts';

describe('CSV', () => {
  test('comes back as what was written, whatever the texts', () => {
    const texts = [
      '',
      'a,b',
      '"q"',
      'a\nb',
      ' lead',
      '=1+1',
      "'=1",
      "''=1",
      '-1',
      '-1+2',
      '+44 20',
      '@x',
      '1e5',
      '“é” 🙂',
      '|x',
    ];
    const [header, ...rows] = readCsv(
      csvText(
        ['text'],
        texts.map(text => [text]),
        { bom: false },
      ),
    );
    expect(header).toEqual(['text']);
    expect(rows.map(([cell = '']) => unguarded(cell))).toEqual(texts);
  });

  test('begins no cell with what a spreadsheet would run', () => {
    for (const sign of ['=', '+', '-', '@', '\t=', '\r=', ' =', '＝', '|', '%'])
      expect(guarded(`${sign}cmd()`)).toBe(`'${sign}cmd()`);
    for (const number of ['-1', '-12.5', '12']) expect(guarded(number)).toBe(number);
    const cells = readCsv(csv.write(list, context)).flat();
    const risky = cells.filter(cell => /^\s*[=+\-@]/.test(cell) && !/^-?[\d.]+$/.test(cell));
    expect(risky).toEqual([]);
  });

  test('has a row per report, with every column described', () => {
    const [header = [], ...rows] = readCsv(csv.write(list, context));
    expect(header).toEqual(REPORT_COLUMNS.map(({ name }) => name));
    expect(new Set(header).size).toBe(header.length);
    const expected = reportRows(list.timelines, context);
    expect(rows).toHaveLength(expected.length);
    const at = (name: string) => header.indexOf(name);
    expect(rows.map(row => row[at('claim_id')])).toEqual(expected.map(({ source }) => source.claimId));
    expect(rows.every(row => row.length === header.length)).toBe(true);
    expect(REPORT_COLUMNS.every(({ about }) => about.endsWith('.'))).toBe(true);
  });

  test('begins with a byte order mark unless it is not wanted', () => {
    expect(csv.write(list, context).startsWith('\ufeffincident_id,')).toBe(true);
    expect(csv.write(list, { ...context, bom: false }).startsWith('incident_id,')).toBe(true);
  });

  test('takes the comparison of incidents as it is', () => {
    const table = compareTimelines(comparison.timelines);
    const text = csv.write({ ...comparison, table, document: table } as ExportSubject, context);
    const [, ...rows] = readCsv(text);
    expect(rows).toHaveLength(table.rows.length * 2);
    for (const [attribute, , , , value, status, sources] of rows) {
      if (attribute === 'dataNotMentioned') continue;
      expect([value === '', sources === '']).toEqual([status === 'not-reported', status === 'not-reported']);
    }
  });

  test('compares with a row per attribute and incident, and leaves empty what nobody reports', () => {
    const [, first = [], second = []] = readCsv(csv.write(comparison, context));
    expect(first.slice(0, 6)).toEqual([
      'dataTaken',
      'Data taken',
      'lanternby-2031-03',
      'Lanternby & Daughters, March 2031',
      'names',
      'confirmed',
    ]);
    expect(first[6]).toContain('“the data that was taken includes names” (Outlet 5, https://outlet-5.example');
    expect(second.slice(4)).toEqual(['', 'not-reported', '', '']);
  });
});
