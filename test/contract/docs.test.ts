import { readFileSync } from 'node:fs';
import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../src/http/app.ts';
import { PROBLEMS, toProblem } from '../../src/http/problem.ts';
import { PROBLEM_CATALOGUE } from '../../src/http/problem-catalogue.ts';
import { QUICK_STARTS } from '../../src/web/quick-start.ts';
import { contractText } from '../support/contract.ts';
import { noHistory } from '../support/store.ts';

const app = () =>
  createApp({ store: {} as never, history: noHistory, contract: contractText, demo: false, version: '0.1.0' });
const textOf = (path: string) => readFileSync(new URL(`../../docs/${path}`, import.meta.url), 'utf8');
const plain = (text: string) => text.replaceAll(/\s+/g, ' ');

describe('the catalogue of problems', () => {
  const catalogue = Object.entries(PROBLEM_CATALOGUE);

  test('has every kind of problem that the program has', () => {
    expect(Object.keys(PROBLEM_CATALOGUE)).toEqual(Object.keys(PROBLEMS));
  });

  test.each(catalogue)('docs/errors.md explains %s in the same words', (code, { meaning, remedy }) => {
    const errors = plain(textOf('errors.md'));
    const { status, title } = PROBLEMS[code as keyof typeof PROBLEMS];
    expect(errors).toContain(plain(`## \`${code}\` ${status}: ${title} ${meaning} ${remedy}`));
  });

  test('leads from the type of a problem to the page that explains it', async () => {
    const { body } = await request(app()).get('/v1/nothing');
    const { status, text, headers } = await request(app()).get(
      new URL(body.type, 'http://receipts.example/v1/').pathname,
    );
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(text).toContain('<code>not-found</code>');
  });

  test.each(catalogue)('has a page for %s', async code => {
    const { type } = toProblem(new Error('x'), '/', 'r');
    const { status, text } = await request(app()).get(type.replace('internal', code));
    expect(status).toBe(200);
    expect(text).toContain(`<section id="${code}">`);
  });

  test('has no page for a kind that there is not', async () => {
    expect((await request(app()).get('/docs/problems/nonsense')).status).toBe(404);
    expect((await request(app()).get('/docs/problems/toString')).status).toBe(404);
  });

  test('has one page with all', async () => {
    const { text } = await request(app()).get('/docs/problems');
    for (const [code] of catalogue) expect(text).toContain(`<section id="${code}">`);
  });
});

describe('/docs', () => {
  test('loads nothing from elsewhere, and its policy allows nothing else', async () => {
    const { text, headers } = await request(app()).get('/docs');
    const loaded = [...text.matchAll(/<(?:script|link|img)[^>]*?(?:src|href)="([^"]+)"/g)].map(match => match[1] ?? '');
    expect(loaded.length).toBeGreaterThanOrEqual(6);
    for (const path of loaded) {
      expect(path).toMatch(/^\/assets\//);
      expect((await request(app()).get(path)).status).toBe(200);
    }
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    expect(headers['content-security-policy']).not.toMatch(/unsafe|http|\*/);
  });

  test('has the quick starts with its own address', async () => {
    const { text } = await request(app()).get('/docs').set('Host', 'receipts.example');
    expect(text).toContain('curl -s &#39;http://receipts.example/v1/incidents?');
  });

  test('leaves the policy of other pages without scripts', async () => {
    const { headers } = await request(app()).get('/docs/problems');
    expect(headers['content-security-policy']).not.toContain('script-src');
  });
});

test.each(QUICK_STARTS)('docs/api/quickstart.md has the first steps in $language', ({ fence, code }) => {
  expect(textOf('api/quickstart.md')).toContain(`\`\`\`${fence}\n${code}\n\`\`\``);
});
