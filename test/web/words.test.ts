import { describe, expect, test } from 'vitest';
import { dateWords, edtfWords, eventDateWords, weekday } from '../../src/web/dates.ts';
import { groupByDay } from '../../src/web/days.ts';
import { linkToWords, webAddress } from '../../src/web/links.ts';
import { speakerWords } from '../../src/web/words.ts';
import { sampleTimeline } from './sample-timeline.ts';

describe('dates', () => {
  test.each([
    ['2025', '2025'],
    ['2025-04', 'April 2025'],
    ['2025-04-22', '22 April 2025'],
    ['2025-04-22T23:59:59Z', '22 April 2025'],
    ['2025-04-19~', '19 April 2025'],
    ['soon', 'soon'],
    ['2025-99-99', '2025-99-99'],
  ])('%s reads %s', (date, words) => {
    expect(dateWords(date)).toBe(words);
  });

  test.each([
    ['2025-04-22', 'day', 'on 22 April 2025'],
    ['2025-04-19~', 'about', 'about 19 April 2025'],
    ['2025-04', 'month', 'in April 2025'],
    ['2025', 'year', 'in 2025'],
  ] as const)('%s with the precision %s reads "%s"', (edtf, precision, words) => {
    expect(eventDateWords({ edtf, precision })).toBe(words);
  });

  test('that are approximate say so at the end of an interval too', () => {
    expect(edtfWords('2025-04-19~')).toBe('about 19 April 2025');
    expect(edtfWords('2025-04-19')).toBe('19 April 2025');
  });

  test('have a weekday only where they have a day', () => {
    expect(weekday('2025-04-22')).toBe('Tuesday');
    expect(weekday('2025-04')).toBeUndefined();
  });
});

describe('headings of a timeline', () => {
  test('never claim a day where only a month or an approximate day is known', () => {
    expect(groupByDay(sampleTimeline.events).map(({ label }) => label)).toEqual([
      'About 27 February 2031',
      '1 March 2031',
      '2 March 2031',
      '5 March 2031',
      'In April 2031',
    ]);
  });

  test('leave an event without any date under a heading that says so', () => {
    const [event] = sampleTimeline.events;
    const { date: _date, sortDate: _sort, ...undated } = event!;
    expect(groupByDay([undated])).toEqual([{ label: 'Date not known', events: [undated] }]);
  });
});

describe('a link to the words', () => {
  const source = {
    url: 'https://news.example/a?b=1',
    quote: 'no passwords, no cards - nothing & nobody',
    origin: 'page',
  } as const;

  test('goes straight to a short quote', () => {
    expect(linkToWords(source)).toBe(
      'https://news.example/a?b=1#:~:text=no%20passwords%2C%20no%20cards%20%2D%20nothing%20%26%20nobody',
    );
  });

  test('names only the ends of a long quote', () => {
    const quote = Array.from({ length: 40 }, (_, index) => `w${index}`).join(' ');
    expect(linkToWords({ ...source, quote })).toBe(
      'https://news.example/a?b=1#:~:text=w0%20w1%20w2%20w3%20w4,w35%20w36%20w37%20w38%20w39',
    );
  });

  test('keeps a fragment that the address has', () => {
    expect(linkToWords({ ...source, url: 'https://news.example/live#post-3', quote: 'x' })).toBe(
      'https://news.example/live#post-3:~:text=x',
    );
  });

  test('is the plain address where the words came from the feed', () => {
    expect(linkToWords({ ...source, origin: 'feed' })).toBe('https://news.example/a?b=1');
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://x.example/', 'nowhere'])('is none for %s', url => {
    expect(webAddress(url)).toBeUndefined();
    expect(linkToWords({ ...source, url })).toBeUndefined();
  });
});

describe('who speaks', () => {
  test.each([
    [{ by: 'victim', speaker: 'Ada Quill' }, 'Ada Quill (the company)'],
    [{ by: 'victim' }, 'The company'],
    [{ by: 'media', speaker: 'two people with knowledge' }, 'Two people with knowledge'],
    [{ by: 'media' }, undefined],
  ] as const)('%j reads %s', (source, words) => {
    expect(speakerWords(source)).toBe(words);
  });
});
