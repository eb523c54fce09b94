import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { QUALITY } from '../../src/web/quality.ts';

const measured = readFileSync(new URL('../../docs/quality.md', import.meta.url), 'utf8');

describe('the figures of the page about Receipts', () => {
  test.each(QUALITY)('$heading: as docs/quality.md has them', ({ heading, precision, recall }) => {
    const section = measured.slice(measured.indexOf(`## ${heading}`)).split('\n## ')[0] ?? '';
    const row = /^\| ALL FACTS \| (\d\.\d+)[^|]*\| (\d\.\d+)/m.exec(section.replace(/^## .*/, ''));
    expect(row?.slice(1)).toEqual([precision, recall]);
  });
});
