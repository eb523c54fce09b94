import { describe, expect, test } from 'vitest';
import { builtinSources } from '../../ingest/sources.ts';
import { PUBLISHER_KINDS } from '../../src/domain/vocabulary.ts';

const distinct = (values: readonly string[]): number => new Set(values).size;
const known = (type: 'region' | 'language', code: string): boolean =>
  new Intl.DisplayNames('en', { type, fallback: 'none' }).of(code) !== undefined;

describe('the built-in feeds', () => {
  test('are at least 36, most of them seen alive', () => {
    expect(builtinSources.length).toBeGreaterThanOrEqual(36);
    expect(builtinSources.filter(source => source.confirmed).length).toBeGreaterThan(builtinSources.length / 2);
  });

  test('have ids and addresses of their own, whatever the case or the last slash', () => {
    expect(distinct(builtinSources.map(source => source.id))).toBe(builtinSources.length);
    const addresses = builtinSources.map(source => source.feedUrl.toLowerCase().replace(/\/$/, ''));
    expect(distinct(addresses)).toBe(builtinSources.length);
  });

  test('cover every kind of publisher but companies', () => {
    const kinds = PUBLISHER_KINDS.filter(kind => builtinSources.some(source => source.kind === kind));
    expect(kinds).toEqual(['news', 'trade-press', 'security-press', 'regulator']);
  });

  describe.each(builtinSources)('$id', source => {
    test('has a slug for an id', () => {
      expect(source.id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    });

    test('is fetched over https, without credentials, port or fragment', () => {
      const url = new URL(source.feedUrl);
      expect([url.protocol, url.username, url.password, url.port, url.hash]).toEqual(['https:', '', '', '', '']);
      expect(url.href).toBe(source.feedUrl);
    });

    test('has a kind, a country and a language of the standards', () => {
      expect(PUBLISHER_KINDS).toContain(source.kind);
      expect(source.country === 'XX' || known('region', source.country)).toBe(true);
      expect(source.language).toMatch(/^[a-z]{2}$/);
      expect(known('language', source.language)).toBe(true);
    });

    test('says in one sentence why it is there', () => {
      expect(source.why).toMatch(/^[A-Z][^.!?]{15,}\.$/);
    });
  });
});
