import { describe, expect, test } from 'vitest';
import { analyse } from '#nlp';
import { languageOf } from '../../nlp/language.ts';

const known = (title: string, text: string, publishedAt = '2031-07-16') =>
  analyse({ title, text, publishedAt }).incidents.map(incident => incident.known);

describe('the month in which an incident became known', () => {
  test.each([
    ['fresh news is of today', 'Asda confirms data breach', 'Asda has confirmed a data breach.', '2031-07'],
    [
      'a break-in that nobody saw is known from the day that it is told',
      'Asda discloses data breach',
      'Asda discloses a data breach. An intruder gained access on 3 May and was discovered on 9 June.',
      '2031-07',
    ],
    [
      'an article that looks back takes the first public day',
      'Asda sales fall after cyber attack',
      'Asda disclosed the cyber attack on 22 April and stopped taking orders on 25 April. Sales fell. It resumed orders on 10 June.',
      '2031-04',
    ],
    [
      'what the press reported months ago was known then',
      'Asda says that data was stolen',
      'Asda has told the staff that data was stolen. The Grocer Gazette reported in March that Asda had been attacked by a gang.',
      '2031-03',
    ],
    [
      'so was what the firm told the public',
      'Asda says attack hit a million customers',
      'Asda is now notifying customers about the hack. In late April, the big Leeds grocer informed the public that Asda had suffered a data breach.',
      '2031-04',
    ],
    [
      'days since the attack lead back to it',
      'Asda takes online orders again',
      'Asda reopened its website on Tuesday, 96 days after a cyber attack made it shut its web shop.',
      '2031-04',
    ],
    [
      'so does a hundred of them',
      'A look back at Asda',
      'It is one hundred days since Asda disclosed the cyber attack.',
      '2031-04',
    ],
    [
      'a settlement years later names the old year',
      'Attorneys settle with Asda',
      'A settlement was reached with Asda over a data breach. The chain discovered malware on its servers on December 10, 2026.',
      '2026-12',
    ],
    [
      'letters that go out long after the press told of it',
      'Asda sends breach letters to staff',
      'Asda is sending letters to employees. The newspaper first reported the ransomware attack in April.',
      '2031-04',
    ],
    [
      'what a gang threatens to do is no time of the past',
      'Asda refuses to pay ransom',
      'Asda has confirmed a data breach. The hackers threaten to leak stolen data on Saturday 29 October.',
      '2031-07',
    ],
    [
      'an attack of the last days, looked back on',
      'Asda recovers',
      'In the wake of a weekend cyber attack Asda is restoring its tills.',
      '2031-07',
    ],
  ])('%s', (_, title, text, month) => {
    expect(known(title, text)).toEqual([month]);
  });
});

describe('another incident at the same firm', () => {
  test('is not the day on which the firm found this one', () => {
    const text = 'Asda confirms data breach. In a letter published today, Asda said it detected the attack on 3 March.';
    expect(
      known('Asda confirms data breach', `Asda has confirmed a data breach. Its letters went out today. ${text}`),
    ).toEqual(['2031-07']);
  });

  test('told in passing only with arrests gives the year alone', () => {
    const text =
      'Asda disclosed a data breach on Monday. Customers were told. Four people were arrested last Thursday over the attacks on Harrods and Asda.';
    expect(known('Asda discloses data breach', text)).toEqual(['2031-07', '2031']);
  });
});

describe('another incident at the same firm, told with a time', () => {
  const of = (told: string) => known('Asda confirms data breach', `Asda has confirmed a data breach. ${told}`);

  test('of its own', () => {
    expect(of('In March 2029, Asda disclosed another data breach.')).toEqual(['2031-07', '2029-03']);
    expect(of('The chain was hit by a similar attack in May 2031.')).toEqual(['2031-07', '2031-05']);
    expect(of('It follows another cyber attack that Asda reported on 3 June.')).toEqual(['2031-07', '2031-06']);
  });

  test.each([
    'The attack hit data of customers who had shopped between March 2022 and May 2029.',
    'A hack of records dating back to March 2022 worries the staff of Asda.',
    'On May 5, 2031, the company learned that Asda data was part of a security incident.',
    'The data was stolen in an attack that hit a former partner of Asda in May.',
  ])('is not a stretch of records, nor how this one came about: %s', told => {
    expect(of(told)).toEqual(['2031-07']);
  });
});

describe('the language of a headline', () => {
  test.each([
    ['El Corte Inglés sufre un ciberataque', 'es'],
    ['Esselunga colpita da un attacco informatico', 'it'],
    ['Lidl: Datenpanne betrifft Kunden', 'de'],
    ['Carrefour piraté', 'fr'],
    ['Tesco shuts website', 'und'],
    ['Co-op data breach', 'und'],
    ['Harrods hit by cyberattack', 'en'],
  ])('%s: %s', (headline, language) => {
    expect(languageOf(headline)).toBe(language);
  });
});
