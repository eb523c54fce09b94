import { describe, expect, test } from 'vitest';
import { canonicalUrl } from '#ingest';
import { feedItemUrl, isFeedItemUrl, webAddress } from '../../ingest/canonical-url.ts';

describe('one address for one article', () => {
  test.each([
    [
      'host and scheme in lower case, the path as it is',
      'HTTPS://News.Example.COM/A/b',
      'https://news.example.com/A/b',
    ],
    ['no default port', 'https://news.example.com:443/a', 'https://news.example.com/a'],
    ['another port kept', 'http://127.0.0.1:4123/a', 'http://127.0.0.1:4123/a'],
    ['no fragment', 'https://news.example.com/a#comments', 'https://news.example.com/a'],
    ['no campaign', 'https://n.example/a?utm_source=rss&utm_medium=x', 'https://n.example/a'],
    ['no click ids', 'https://n.example/a?fbclid=1&gclid=2&mc_cid=3&CMP=share&at_medium=RSS', 'https://n.example/a'],
    ['what chooses the page kept, in order', 'https://n.example/?p=2&utm_source=x&id=1', 'https://n.example/?p=2&id=1'],
    ['the spelling of what is kept', 'https://n.example/?q=a%20b+c&utm_term=', 'https://n.example/?q=a%20b+c'],
    ['ref=rss away', 'https://n.example/a?ref=rss', 'https://n.example/a'],
    ['ref=1234 kept', 'https://n.example/a?ref=1234', 'https://n.example/a?ref=1234'],
    [
      'a parameter named like an object member kept',
      'https://n.example/a?constructor=1',
      'https://n.example/a?constructor=1',
    ],
    ['no AMP segment', 'https://n.example/news/shop-hacked/amp/', 'https://n.example/news/shop-hacked/'],
    ['no AMP suffix', 'https://n.example/news/business-123.amp', 'https://n.example/news/business-123'],
    ['a page about amps kept', 'https://n.example/guitars/amp', 'https://n.example/guitars/amp'],
    ['the AMP cache resolved', 'https://www.google.com/amp/s/n.example/a-1/', 'https://n.example/a-1/'],
    [
      'a feed redirector resolved',
      'https://go.theregister.com/feed/www.theregister.com/2025/04/22/shop/?utm_source=x',
      'https://www.theregister.com/2025/04/22/shop/',
    ],
    [
      'a query redirector resolved',
      'https://www.google.com/url?q=https://n.example/a%3Fid%3D1&sa=U',
      'https://n.example/a?id=1',
    ],
    ['no password', 'https://me:pw@n.example/a', 'https://n.example/a'],
  ])('%s', (_, input, expected) => {
    expect(canonicalUrl(input)).toBe(expected);
    expect(canonicalUrl(expected)).toBe(expected);
  });

  test.each(['javascript:alert(1)', 'mailto:a@example.com', 'data:text/html,x', 'nonsense', ''])(
    '%s is none, and the error says so',
    input => {
      expect(() => canonicalUrl(input)).toThrow(expect.objectContaining({ code: 'invalid-parameter' }));
      expect(webAddress(input)).toBeUndefined();
    },
  );

  test('a relative one stands against its base', () => {
    expect(webAddress('../b?utm_source=x', 'https://n.example/a/c')).toBe('https://n.example/b');
  });

  test('an item without a page keeps the fragment that tells it from the others', () => {
    const url = feedItemUrl('https://n.example/feed.xml', '0123456789abcdef');
    expect(canonicalUrl(url)).toBe('https://n.example/feed.xml#item-0123456789abcdef');
    expect(isFeedItemUrl(url)).toBe(true);
    expect(isFeedItemUrl('https://n.example/feed.xml#item-1')).toBe(false);
  });
});
