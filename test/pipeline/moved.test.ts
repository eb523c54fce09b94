import { describe, expect, test } from 'vitest';
import type { DueSource } from '#db';
import type { FetchedPage, Source } from '#domain/article.ts';
import { addressOf, movedBy } from '../../src/pipeline/moved.ts';

const OLD = 'https://old.example/feed';
const NEW = 'https://new.example/feed';
const source = { id: 'a', feedUrl: OLD } as Source;
const due = (since?: string): DueSource => ({
  source,
  failures: 0,
  ...(since === undefined ? {} : { moved: { to: NEW, since } }),
});
const answer = (permanentRedirect?: string): FetchedPage => ({
  url: NEW,
  status: 200,
  contentType: undefined,
  body: new Uint8Array(),
  ...(permanentRedirect === undefined ? {} : { permanentRedirect }),
});
const now = new Date('2026-03-02T10:00:00Z');

describe('a feed that says it has moved for good', () => {
  test.each([
    ['is asked at its own address at first', undefined, OLD],
    ['is asked there for a day', '2026-03-01T10:00:01Z', OLD],
    ['is asked at the new address once it has said so for a day', '2026-03-01T10:00:00Z', NEW],
  ])('%s', (_, since, address) => {
    expect(addressOf(due(since), now)).toBe(address);
  });

  test.each([
    ['is noted', OLD, NEW, { moved: { from: OLD, to: NEW } }],
    ['is not noted where it did not say so for good', OLD, undefined, {}],
    ['stays where the new address answers', NEW, undefined, { moved: { from: OLD, to: NEW } }],
    ['moves on', NEW, 'https://third.example/', { moved: { from: OLD, to: 'https://third.example/' } }],
    ['is back where it leads to the old address', NEW, OLD, {}],
  ])('%s', (_, asked, redirect, expected) => {
    expect(movedBy(due('2026-02-01T00:00:00Z'), asked, answer(redirect))).toEqual(expected);
  });
});
