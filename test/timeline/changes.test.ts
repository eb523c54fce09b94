import { describe, expect, test } from 'vitest';
import type { TimelineEvent } from '#domain/timeline.ts';
import { changesBetween } from '#timeline/changes.ts';

const event = (id: string, quote: string, over: Partial<TimelineEvent> = {}): TimelineEvent => ({
  id,
  kind: 'attack',
  value: { type: 'ransomware' },
  summary: `It was ${id}.`,
  certainty: 'reported',
  status: 'reported',
  reports: 1,
  independent: 1,
  importance: 0.5,
  important: true,
  sources: [
    {
      claimId: `clm_${id}`,
      articleId: `art_${id}`,
      revisionId: `rev_${id}`,
      url: `https://news.example/${id}`,
      publisher: 'The Example',
      publisherKind: 'news',
      title: 'Report',
      origin: 'page',
      quote,
      start: 0,
      end: quote.length,
      by: 'media',
      certainty: 'reported',
    },
  ],
  ...over,
});

const one = event('one', 'ransomware it was');
const two = event('two', 'names were taken', { kind: 'data' });

describe('between two states of a timeline', () => {
  test('that are the same nothing changed', () => {
    expect(changesBetween([one, two], [{ cause: 'published', events: [two, one] }])).toEqual([]);
  });

  test('an event appeared by the cause that brought it', () => {
    const steps = [
      { cause: 'edited' as const, events: [one] },
      { cause: 'published' as const, events: [one, two] },
    ];
    expect(changesBetween([one], steps)).toMatchObject([
      { eventId: 'two', change: 'appeared', causes: ['published'], after: { source: { quote: 'names were taken' } } },
    ]);
  });

  test('an event that is gone was retracted, with its words', () => {
    const [change] = changesBetween([one, two], [{ cause: 'edited', events: [one] }]);
    expect(change).toMatchObject({ change: 'retracted', causes: ['edited'], before: { summary: 'It was two.' } });
    expect(change).not.toHaveProperty('after');
  });

  test('a changed event names the members that differ, and all its causes', () => {
    const reread = event('one', 'ransomware it was', { certainty: 'confirmed' });
    const told = event('one', 'ransomware it was', { certainty: 'confirmed', reports: 2 });
    const steps = [
      { cause: 're-analysed' as const, events: [reread] },
      { cause: 'published' as const, events: [told] },
    ];
    expect(changesBetween([one], steps)).toMatchObject([
      { change: 'changed', causes: ['published', 're-analysed'], fields: ['certainty', 'reports'] },
    ]);
  });

  test('what one cause brought and the next took away is no change', () => {
    const steps = [
      { cause: 'published' as const, events: [one, two] },
      { cause: 'decided' as const, events: [one] },
    ];
    expect(changesBetween([one], steps)).toEqual([]);
  });

  test('an event that got another id by another leading value is the same, by its words', () => {
    const other = event('other', 'Ransomware  it was', {
      sources: [{ ...one.sources[0]!, quote: 'Ransomware  it was' }],
    });
    expect(changesBetween([one], [{ cause: 'published', events: [other] }])).toMatchObject([
      { eventId: 'other', change: 'changed', fields: ['summary'] },
    ]);
  });

  test('how much an event matters beside the others is no change of the event', () => {
    const less = event('one', 'ransomware it was', { importance: 0.1, important: false });
    expect(changesBetween([one], [{ cause: 'published', events: [less] }])).toEqual([]);
  });
});
