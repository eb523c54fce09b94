import { describe, expect, test } from 'vitest';
import { robotsRules } from '../../ingest/robots-rules.ts';

const allows = (text: string, path: string): boolean => robotsRules(text, 'Receipts').allows(path);
const forAll = (rules: string): string => `User-agent: *\n${rules}`;

describe('the group that counts', () => {
  test.each([
    ['named by its product token, whatever the case and version', 'user-agent: RECEIPTS/2.0\ndisallow: /', false],
    ['not one that only begins like it', 'User-agent: ReceiptsBot\nDisallow: /', true],
    ['named among others', 'User-agent: a\nUser-agent: receipts\nDisallow: /', false],
    ['named before the one for all', 'User-agent: receipts\nAllow: /\n\nUser-agent: *\nDisallow: /', true],
    ['named twice, both together', 'User-agent: receipts\nDisallow: /a\n\nUser-agent: receipts\nDisallow: /', false],
    ['not that of others', 'User-agent: a\nDisallow: /', true],
    ['not broken up by other records', 'User-agent: receipts\nSitemap: https://x.example/\nDisallow: /', false],
    ['the one for all where it has no rules of its own', 'User-agent: receipts\n\nUser-agent: *\nDisallow: /', false],
  ])('is the one %s', (_, text, expected) => {
    expect(allows(text, '/page')).toBe(expected);
  });
});

/** RFC 9309, 2.2.2, 2.2.3 and 5.2, and what they leave open. */
describe('the rule that decides', () => {
  test.each([
    [
      'the longest',
      'Allow: /example/page/\nDisallow: /example/page/disallowed.gif',
      '/example/page/disallowed.gif',
      false,
    ],
    ['the longest, wherever it stands', 'Disallow: /\nAllow: /p', '/page', true],
    ['Allow of two that are as long', 'Disallow: /page\nAllow: /page', '/page', true],
    ['none that is empty', 'Disallow:', '/page', true],
    ['one with a wildcard', 'Disallow: /*/private', '/a/b/private/c', false],
    ['one with an end', 'Disallow: /*.gif$', '/a.gif', false],
    ['not one with another end', 'Disallow: /*.gif$', '/a.gif?x', true],
    ['not one whose parts overlap', 'Disallow: /aba*aba$', '/ababa', true],
    ['one whose end is the whole', 'Disallow: /$', '/', false],
    ['one that minds the case', 'Disallow: /Page', '/page', true],
    ['one that is encoded otherwise', 'Disallow: /foo/bar/\u30c4', '/foo/bar/%E3%83%84', false],
    ['one with what need not be encoded', 'Disallow: /foo/bar/%62%61%7A', '/foo/bar/baz', false],
    ['one with a comment', 'Disallow: /page # not this', '/page', false],
    ['not one without a slash', 'Disallow: page', '/page', true],
    ['none for the file itself', 'Disallow: /', '/robots.txt', true],
  ])('is %s', (_, rules, path, expected) => {
    expect(allows(forAll(rules), path)).toBe(expected);
  });

  test('is read with any end of line, and after a mark of the byte order', () => {
    expect(allows('User-agent: *\rDisallow: /a\r\nDisallow: /b', '/b')).toBe(false);
    expect(robotsRules(forAll('Crawl-delay: 10\nSitemap: https://x.example/s.xml'), 'Receipts')).toMatchObject({
      crawlDelay: 10,
      sitemaps: ['https://x.example/s.xml'],
    });
  });
});

test('a file made to take long is read in linear time: each name and rule is looked at once', () => {
  const text = `${'User-agent: a\n'.repeat(20_000)}User-agent: *\n${'Disallow: /x\n'.repeat(20_000)}`;
  expect(allows(text, '/page')).toBe(true);
  expect(allows(forAll(`Disallow: /${'*a'.repeat(100_000)}b$`), `/${'a'.repeat(1_900)}`)).toBe(true);
});
