import { describe, expect, test } from 'vitest';
import { easterSunday, formatDay, nthWeekday } from '../../nlp/dates/calendar.ts';
import { datesIn } from '../../nlp/dates.ts';
import { sentenceOf } from './support/sentence.ts';

const read = (text: string, anchor?: string): string[] =>
  datesIn(sentenceOf(text), anchor).map(({ date }) => date.edtf);

/** Published on Thursday 22 May 2025. */
const PUBLISHED = '2025-05-22';

describe('a date that goes on from the date before', () => {
  const following = (text: string, edtf: string, written: string): string[] =>
    datesIn(sentenceOf(text), PUBLISHED, { date: { edtf, precision: 'day' }, written }).map(({ date }) => date.edtf);

  test.each([
    ['Ten days later, the files were published.', ['2024-03-13']],
    ['A week later, it told customers.', ['2024-03-10~']],
    ['They had broken in three days earlier.', ['2024-02-29']],
    ['Later that night, it confirmed the attack.', ['2024-03-03']],
    ['The leak was noticed on 9 April.', ['2024-04-09']],
    ['The chain has 40 shops.', []],
  ])('%s', (text, expected) => expect(following(text, '2024-03-03', '3 March 2024')).toEqual(expected));

  test('takes over only a year that is written', () => {
    expect(following('The leak was noticed on 9 April.', '2024-03-03', '3 March')).toEqual(['2025-04-09']);
  });

  test.each([
    ['It was seen in November and early December 2020.', ['2020-11', '2020-12-05~']],
    ['It came on 28 March 2024 and was found on 9 April.', ['2024-03-28', '2024-04-09']],
  ])('in one sentence: %s', (text, expected) => expect(read(text, PUBLISHED)).toEqual(expected));

  test.each([
    ['It found the intruders on 3 June 2024, one day after they had got in: the breach began then.', ['2024-06-03']],
    ['It found them on 3 June 2024, one day after its network was breached.', ['2024-06-03', '2024-06-02']],
    ['In a note of 9 May 2025, two weeks after the attack, it said nothing.', ['2025-05-09', '2025-04-25~']],
    ['The chain is still counting stock by hand two weeks after an attack.', ['2025-05-08~']],
    ['Two weeks after the attack the shops had reopened.', []],
    ['Support ends two weeks after purchase, and is free.', []],
  ])('counted from an event: %s', (text, expected) => expect(read(text, PUBLISHED)).toEqual(expected));

  test('counts months from a month', () => {
    expect(following('Two months later, it told customers.', '2024-03', 'March 2024')).toEqual(['2024-05~']);
    expect(following('A week later, it told customers.', '2024-03', 'March 2024')).toEqual([]);
  });

  test('goes back to the day before', () => {
    expect(following('The tills had failed the previous day.', '2024-03-03', '3 March 2024')).toEqual(['2024-03-02']);
  });

  test('names a weekday that tells its year', () => {
    expect(read('They threaten to leak it on Saturday 31 May.', PUBLISHED)).toEqual(['2025-05-31']);
  });
});

describe('a date that is written out', () => {
  test.each([
    ['The chain closed its tills on 22 April 2025.', ['2025-04-22']],
    ['It was noticed on Tuesday, April 22nd, 2025.', ['2025-04-22']],
    ['Notices went out on Apr. 22.', ['2025-04-22']],
    ['The log starts at 2024-12-31T23:10.', ['2024-12-31']],
    ['Filed on 22/04/2025 in Paris.', ['2025-04-22']],
    ['Orders placed between 5 and 10 January were copied.', ['2025-01-05']],
    ['Orders placed between November 5, 2024, and November 10, 2024, were copied.', ['2024-11-05', '2024-11-10']],
    ['The breach of December 2023 was worse.', ['2023-12']],
    ['It follows a breach in 2018.', ['2018']],
    ['The 2016 breach was small.', ['2016']],
    ['The crew broke in during early March.', ['2025-03-05~']],
    ['It was an April ransomware attack.', ['2025-04']],
  ])('%s', (text, expected) => expect(read(text, PUBLISHED)).toEqual(expected));

  test('that could be read in two ways is left alone', () => {
    expect(read('Filed on 04/05/2025.', PUBLISHED)).toEqual([]);
  });

  test('that does not exist is none', () => {
    expect(read('Filed on 31 April 2025.', PUBLISHED)).not.toContain('2025-04-31');
  });

  test.each([
    ['Customers may have lost data.'],
    ['Sales of £2019 were lost.'],
    ['It is the outlook for fiscal 2025.'],
    ['Staff march on.'],
  ])('is not seen in: %s', text => expect(read(text, PUBLISHED)).toEqual([]));
});

describe('a date without its year', () => {
  test('is the nearest one in the past', () => {
    expect(read('It began on 14 November.', PUBLISHED)).toEqual(['2024-11-14']);
    expect(read('The store was hit in December.', PUBLISHED)).toEqual(['2024-12']);
  });

  test('is ahead where the words look ahead', () => {
    expect(read('Full service is expected by 3 July.', PUBLISHED)).toEqual(['2025-07-03']);
    expect(read('It will last until August.', PUBLISHED)).toEqual(['2025-08']);
    expect(read('Work will go on until February.', '2025-11-20')).toEqual(['2026-02']);
  });

  test('is nothing without a day of publication', () => {
    expect(read('It began on 14 November, or last week.')).toEqual([]);
  });
});

describe('a date told from the day of publication', () => {
  test.each([
    ['Shops closed yesterday.', ['2025-05-21']],
    ['Shops closed on Thursday.', ['2025-05-22']],
    ['Shops closed on Friday.', ['2025-05-16']],
    ['Shops closed last Thursday.', ['2025-05-15']],
    ['Shops will reopen by Friday.', ['2025-05-23']],
    ['It broke on Tuesday last week.', ['2025-05-13']],
    ['It broke last week.', ['2025-05-15~']],
    ['It broke earlier this week.', ['2025-05-19~']],
    ['It broke over the weekend.', ['2025-05-17~']],
    ['Shelves will fill up this weekend.', ['2025-05-24~']],
    ['Shops had to close this weekend.', ['2025-05-17~']],
    ['It broke three days ago.', ['2025-05-19']],
    ['It broke two weeks ago.', ['2025-05-08~']],
    ['It broke last month.', ['2025-04']],
    ['It broke four years ago.', ['2021']],
    ['It broke earlier this year.', ['2025']],
    ['The site has been down for three days.', ['2025-05-19~']],
  ])('%s', (text, expected) => expect(read(text, PUBLISHED)).toEqual(expected));

  test.each([
    ["The chain spoke of yesterday's leak.", ['2025-05-21']],
    ["Today's shoppers want more.", []],
    ['Staff are back after a weekend cyber attack.', ['2025-05-17~']],
    ['In recent days the gang has posted samples.', ['2025-05-19~']],
    ['By Monday evening, the owner went on television.', ['2025-05-19']],
    ['By Monday evening, the owner will reopen the shops.', ['2025-05-26']],
  ])('%s', (text, expected) => expect(read(text, PUBLISHED)).toEqual(expected));

  test('keeps the words that say it', () => {
    const text = 'On Monday, 19 May, the site went dark.';
    const [found] = datesIn(sentenceOf(text), PUBLISHED);
    expect(text.slice(found!.start, found!.end)).toBe('Monday, 19 May');
  });
});

describe('a feast', () => {
  test.each([
    ['It began over the Easter weekend.', ['2025-04-20~']],
    ['It began on Good Friday.', ['2025-04-18']],
    ['It began on Easter Monday.', ['2025-04-21']],
    ['It began on Black Friday.', ['2024-11-29']],
    ['It began on the early May bank holiday.', ['2025-05-05']],
  ])('%s', (text, expected) => expect(read(text, PUBLISHED)).toEqual(expected));

  test('is computed for any year', () => {
    expect([2000, 2019, 2024, 2038].map(year => formatDay(easterSunday(year)))).toEqual([
      '2000-04-23',
      '2019-04-21',
      '2024-03-31',
      '2038-04-25',
    ]);
    expect(formatDay(nthWeekday(2024, 5, 0, -1))).toBe('2024-05-27');
  });
});
