import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { explain, type Paint } from '../../src/cli/explain.ts';
import { run } from '../support/command.ts';

const plain: Paint = (_, text) => text;
const article = {
  title: 'Harrods confirms data breach',
  text: [
    'Harrods said on Friday that names of customers may have been stolen in a cyber attack.',
    '"No passwords were taken," the store said.',
    'Read more: our newsletter',
  ].join('\n\n'),
  publishedAt: '2025-09-27',
  source: 'example.org',
};

describe('receipts analyze --explain', () => {
  const lines = explain(article, plain);
  const claimAt = (value: string) => {
    const at = lines.findIndex(line => line.includes(value));
    return lines.slice(at, at + 3).join('\n');
  };

  test('begins with headline, verdict and local incidents', () => {
    expect(lines[0]).toBe('Harrods confirms data breach');
    expect(lines[1]).toContain('published 2025-09-27 · language en');
    expect(lines[2]).toMatch(/^RELEVANT: 1 local incidents, \d+ claims\.$/);
    expect(lines[3]).toMatch(/^ {2}\[0\] Harrods \(harrods\), main, became known 2025-09, \d+ claims$/);
  });

  test('names for each claim rule, victim, value, scope, speaker, certainty and confidence', () => {
    const names = claimAt('type names');
    expect(names).toContain('data [0] harrods: type names, subject customer, polarity taken');
    expect(names).toMatch(/rule data\/\S+ · scope hedged · possible by victim.* · confidence 0\.\d\d/);
    const passwords = claimAt('type passwords');
    expect(passwords).toContain('polarity not-taken');
    expect(passwords).toMatch(/scope negated · confirmed by victim/);
  });

  test('puts a claim under the sentence that says it', () => {
    const sentence = lines.findIndex(line => line.includes('"No passwords were taken,"'));
    expect(lines.findIndex(line => line.includes('type passwords'))).toBeGreaterThan(sentence);
    expect(lines.findIndex(line => line.includes('type names'))).toBeLessThan(sentence);
  });

  test('colours claims by kind and dims furniture', () => {
    const marked = explain(article, (format, text) => `<${[format].flat().join(' ')}>${text}</>`);
    expect(marked.find(line => line.includes('No passwords'))).toContain('<yellow underline>');
    expect(marked.find(line => line.includes('Read more'))).toMatch(/^<dim> +– {2}\[furniture\]/);
  });

  test('loses no word of a sentence to its colours', () => {
    const sentence = lines.find(line => /^ +\d+ /.test(line) && line.includes('on Friday'));
    expect(sentence).toContain(
      'Harrods said on Friday that names of customers may have been stolen in a cyber attack.',
    );
  });

  test('says of an article without an incident that it is not relevant', () => {
    const other = explain({ title: 'Harrods opens for the sale', text: 'Shoppers queued on Friday.' }, plain);
    expect(other[1]).toContain('published at an unknown time');
    expect(other[2]).toBe('NOT RELEVANT: no actual incident at a retailer is read in it.');
  });

  test('says of an article in another language that it was not analysed', () => {
    const text =
      'Der Händler teilte am Freitag mit, dass Kundendaten bei einem Angriff auf seine Systeme gestohlen worden sind. Passwörter seien nicht betroffen.';
    expect(explain({ title: 'Hackerangriff auf Händler: Daten von Kunden gestohlen', text }, plain)[2]).toMatch(
      /^NOT ANALYSED/,
    );
  });

  test('is plain where standard output is no terminal, and with NO_COLOR; coloured where that is forced', async () => {
    const args = ['analyze', '--explain', '-', '--published', article.publishedAt];
    const [piped, forced] = await Promise.all([
      run(args, {}, `${article.title}\n${article.text}`),
      run(args, { FORCE_COLOR: '1' }, `${article.title}\n${article.text}`),
    ]);
    expect(piped.stdout.split('\n').slice(0, -1)).toEqual(lines);
    expect(forced.stdout).toContain('\u001b[');
  }, 20_000);

  test('explains the one article of a file that is asked for, and says when it is not there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'receipts-explain-'));
    const path = join(folder, 'articles.jsonl');
    const { title, text, publishedAt: published } = article;
    const rows = [
      { id: 'other', title: 'Weather', text: 'Rain.' },
      { id: 'wanted', title, text, published },
    ];
    writeFileSync(path, rows.map(row => JSON.stringify(row)).join('\n'));
    const [wanted, missing] = await Promise.all([
      run(['analyze', '--explain', '--jsonl', path, '--id', 'wanted']),
      run(['analyze', '--explain', '--jsonl', path, '--id', 'unheard-of']),
    ]);
    rmSync(folder, { recursive: true });
    expect(wanted.stdout.split('\n').slice(0, -1)).toEqual(lines);
    expect(missing.code).toBe(1);
    expect(missing.stderr).toContain('has no article "unheard-of"');
  }, 20_000);
});
