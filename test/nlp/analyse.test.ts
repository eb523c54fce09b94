import { describe, expect, test } from 'vitest';
import { analyse } from '#nlp';
import { EXTRACTORS } from '../../nlp/claims/index.ts';
import { languageOf } from '../../nlp/language.ts';
import { CLAIM_KINDS } from '../../src/domain/vocabulary.ts';

describe('an analysis', () => {
  const article = {
    title: 'Harrods hit by cyberattack',
    text: 'Harrods said that hackers stole names of customers. Names of customers were stolen, Harrods said.',
    publishedAt: '2031-05-14',
  };

  test('there is an extractor for every kind of claim', () => {
    expect(Object.keys(EXTRACTORS).toSorted()).toEqual([...CLAIM_KINDS].toSorted());
  });

  test('every quote stands verbatim at its place', () => {
    const whole = `${article.title}\n${article.text}`;
    const { claims } = analyse(article);
    expect(claims.length).toBeGreaterThan(0);
    for (const claim of claims) expect(whole.slice(claim.start, claim.end)).toBe(claim.quote);
  });

  test('one fact is told once', () => {
    const names = analyse(article).claims.filter(claim => claim.kind === 'data' && claim.value.type === 'names');
    expect(names).toHaveLength(1);
  });

  test('what is said jointly of two victims names the other', () => {
    const { claims, incidents } = analyse({
      title: 'Harrods and Tesco hit by ransomware',
      text: 'Harrods and Tesco were hit by ransomware.',
      publishedAt: '2031-05-14',
    });
    const shared = claims.filter(claim => claim.kind === 'attack');
    expect(shared.map(claim => [incidents[claim.incident]?.victim, claim.sharedWith])).toEqual([
      ['harrods', ['tesco']],
      ['tesco', ['harrods']],
    ]);
  });

  test('the same words give the same analysis', () => {
    expect(analyse(article)).toEqual(analyse(article));
  });

  test('an empty article, one without date and one of garbage are answered too', () => {
    expect(analyse({ title: '', text: '' })).toMatchObject({ relevant: false, incidents: [], claims: [] });
    expect(analyse({ title: article.title, text: article.text }).incidents).toHaveLength(1);
    expect(analyse({ title: '](((**[[', text: '\u0000 ## >>> ||| 💥'.repeat(50) }).relevant).toBe(false);
  });
});

describe('language', () => {
  test.each([
    ['en', 'The retailer said that data of its customers were stolen by hackers.'],
    [
      'de',
      'Cyberangriff auf Supermarktkette: Unbekannte haben Daten von Kunden gestohlen, teilte das Unternehmen am Montag mit.',
    ],
    [
      'fr',
      'Le distributeur a annoncé lundi que les données personnelles de ses clients ont été dérobées par des pirates informatiques.',
    ],
  ])('%s', (code, text) => {
    expect(languageOf(text)).toBe(code);
  });

  test('an article in another language is linked by name and claims nothing', () => {
    const found = analyse({
      title: 'Cyberangriff auf Harrods',
      text: 'Das Londoner Kaufhaus Harrods ist nach eigenen Angaben Ziel eines Angriffs geworden. Daten von Kunden seien gestohlen worden.',
      publishedAt: '2031-05-14',
    });
    expect(found).toMatchObject({ status: 'not-analysed', language: 'de', relevant: true, claims: [] });
    expect(found.incidents).toEqual([{ victim: 'harrods', name: 'Harrods', role: 'mention', known: '2031-05' }]);
  });
});

describe('genre', () => {
  test.each([
    ['Harrods hit by cyberattack', 'news'],
    ['In other news: shops hacked, spies arrested', 'roundup'],
    ['How to protect your shop from hackers', 'advice'],
    ['What we know about the attack on Harrods', 'explainer'],
    ['Opinion: shops must learn from Harrods', 'opinion'],
  ])('%s', (title, genre) => {
    expect(analyse({ title, text: 'The hackers came to the shop and left with the data of customers.' }).genre).toBe(
      genre,
    );
  });
});
