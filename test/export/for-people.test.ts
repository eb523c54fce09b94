import { describe, expect, test } from 'vitest';
import { bibtex } from '#export/bibtex.ts';
import { markdown } from '#export/markdown.ts';
import { timelineJs } from '#export/timelinejs.ts';
import { comparison, context, empty, incident, list, SUBJECTS } from './subjects.ts';

interface Slide {
  readonly start_date: { readonly year: number; readonly month?: number; readonly day?: number };
  readonly unique_id: string;
  readonly group: string;
  readonly display_date?: string;
  readonly text: { readonly headline: string; readonly text: string };
  readonly media: { readonly url: string; readonly link?: string };
}
const slidesOf = (subject = incident) =>
  JSON.parse(timelineJs.write(subject, context)) as { title: Pick<Slide, 'text'>; events: readonly Slide[] };

describe('TimelineJS', () => {
  test.each(SUBJECTS)('of %s has what its documentation demands', (_name, subject) => {
    const { title, events } = slidesOf(subject);
    expect(title.text.headline).not.toBe('');
    expect(new Set(events.map(slide => slide.unique_id)).size).toBe(events.length);
    for (const { start_date: date, text, media } of events) {
      expect(Number.isInteger(date.year)).toBe(true);
      if (date.month !== undefined) expect(date.month).toSatisfy((month: number) => month >= 1 && month <= 12);
      if (date.day !== undefined) expect(date.month).toBeDefined();
      expect(text.headline).not.toBe('');
      expect(media.url).toMatch(/^<blockquote>“[^<]*”<\/blockquote>$/);
      expect(`${text.headline}${text.text}`).not.toContain('<script');
    }
  });

  test('says about a date that is only about right', () => {
    expect(slidesOf().events.map(slide => slide.display_date)).toEqual([
      'about 2031-02-27',
      ...Array(5).fill(undefined),
    ]);
  });

  test('shows of several incidents what matters, each in a row of its own retailer', () => {
    const { events } = slidesOf(list);
    expect(events).toHaveLength(10);
    expect(new Set(events.map(({ group }) => group))).toEqual(new Set(['Lanternby & Daughters']));
  });

  test('shows no quote as media of another kind', () => {
    const [timeline] = incident.timelines;
    const [event, ...others] = timeline!.events;
    const quote = 'the letter (notice.pdf) went to all';
    const named = { ...event!, sources: [{ ...event!.sources[0]!, quote }] };
    const { events } = slidesOf({
      ...incident,
      timelines: [{ ...timeline!, events: [named, ...others] }],
    } as typeof incident);
    expect(events[0]?.media).toBeUndefined();
    expect(events[0]?.text.text).toContain(`<blockquote>“${quote}”</blockquote>`);
  });

  test('counts what it must leave out', () => {
    const [timeline] = incident.timelines;
    const { sortDate: _, date: __, ...undated } = timeline!.events[0]!;
    const without = { ...timeline!, events: [undated, ...timeline!.events.slice(1)] };
    const { title, events } = slidesOf({ ...incident, timelines: [without] } as typeof incident);
    expect(events).toHaveLength(5);
    expect(title.text.text).toContain('1 without a date is left out.');
  });
});

describe('Markdown', () => {
  test.each(SUBJECTS)('of %s has a footnote for every mark and a mark for every footnote', (_name, subject) => {
    const text = markdown.write(subject, context);
    const notes = [...text.matchAll(/^\[\^(\d+)\]:/gm)].map(([, number]) => number);
    const marks = new Set([...text.matchAll(/\[\^(\d+)\](?!:)/g)].map(([, number]) => number));
    expect(notes).toEqual([...marks].toSorted((a, b) => Number(a) - Number(b)));
    expect(notes).toEqual(notes.map((_, index) => String(index + 1)));
  });

  test('shows words as they are', () => {
    const text = markdown.write(list, context);
    expect(text).not.toMatch(/[^\\]<script/);
    expect(text).not.toMatch(/[^\\]<b>/);
  });

  test('compares in a table where nothing reported is not a no', () => {
    const text = markdown.write(comparison, context);
    expect(text).toContain('| Data taken | names[^1] | not-reported |');
  });

  test('of nothing is a page without lines', () => {
    expect(markdown.write(empty, context)).not.toContain('[^');
  });
});

describe('BibTeX', () => {
  test.each(SUBJECTS)('of %s is balanced, with a key per entry', (_name, subject) => {
    const text = bibtex.write(subject, context);
    const keys = [...text.matchAll(/^@online\{([a-z0-9-]+),$/gm)].map(([, key]) => key);
    expect(keys.length).toBe((text.match(/^@/gm) ?? []).length);
    expect(new Set(keys).size).toBe(keys.length);
    let depth = 0;
    for (const [sign] of text.replace(/\\[{}]/g, '').matchAll(/[{}]/g)) {
      depth += sign === '{' ? 1 : -1;
      expect(depth).toBeGreaterThanOrEqual(0);
    }
    expect(depth).toBe(0);
  });

  test('cites the page and every article', () => {
    const text = bibtex.write(incident, context);
    expect(text.match(/^@online/gm)).toHaveLength(1 + incident.timelines[0]!.articles.length);
    expect(text).toContain('@online{receipts-lanternby-2031-03,');
    expect(text).toContain('title = {{Lanternby \\& Daughters, March 2031}}');
  });
});
