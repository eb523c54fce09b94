import type { ArticleSave, Store } from '#db';
import { documentText } from '#domain/article.ts';
import type { Claim } from '#domain/claim.ts';
import { storable } from '../../../db/text.ts';

const AT = '2031-03-20T12:00:00.000Z';
/** Articles about one shop: each has a page of its own, and all a timeline. */
const PER_SHOP = 12;

/** The same words as a claim of every kind that carries words of its own, said by somebody of that name. */
const claimsOf = (strings: readonly string[], whole: string): readonly Claim[] =>
  strings.flatMap((text, index): Claim[] => {
    const quote = storable(text).slice(0, 300);
    const start = whole.indexOf(quote);
    if (start < 0 || quote.trim() === '') return [];
    const place = {
      incident: 0,
      quote,
      start,
      end: start + quote.length,
      rule: 'seed/hostile',
      confidence: 0.9,
    } as const;
    const speaker = quote.slice(0, 100);
    if (index % 3 === 0)
      return [
        {
          ...place,
          kind: 'actor',
          value: { name: quote, role: 'claimant' },
          certainty: 'claimed',
          by: 'attacker',
          speaker,
        },
      ];
    if (index % 3 === 1)
      return [
        {
          ...place,
          kind: 'data',
          value: { type: 'names', subject: 'customer', polarity: 'taken' },
          certainty: 'confirmed',
          by: 'victim',
          speaker,
        },
      ];
    return [
      {
        ...place,
        kind: 'service',
        value: { service: 'online-orders', state: 'suspended' },
        certainty: 'reported',
        by: 'expert',
        speaker,
      },
    ];
  });

const saveOf = (strings: readonly string[], index: number): ArticleSave => {
  const title = strings[index] ?? '';
  const around = [0, 1, 2, 3].map(step => strings[(index + step) % strings.length] ?? '');
  const text = [
    `Report ${index} stands alone.`,
    ...around.map(one => `They wrote: ${one} (so they did in report ${index}).`),
  ].join('\n\n');
  const revision = {
    title,
    text,
    byline: title,
    publishedAt: `2031-03-${10 + (index % 9)}`,
    fetchedAt: AT,
    language: 'en',
    origin: 'page',
  } as const;
  const shop = Math.floor(index / PER_SHOP);
  const whole = documentText({ title: storable(title), text: storable(text) });
  return {
    canonicalUrl:
      index % 10 === 0
        ? `javascript:alert(${index})`
        : `https://outlet.example/${index}?x=${encodeURIComponent(storable(title))}`,
    publisher: storable(title).slice(0, 100),
    publisherKind: 'news',
    revision,
    analysis: {
      extractor: 'seed-1',
      language: 'en',
      status: 'analysed',
      relevant: true,
      genre: 'news',
      incidents: [{ victim: `shop-${shop}`, name: storable(title).slice(0, 100), role: 'main', known: '2031-03' }],
      claims: claimsOf(around, whole),
    },
    analysedAt: AT,
  };
};

/** Brings texts in as headlines, bylines, publishers, retailers, quotes, speakers and attackers, and as a feed's data. */
export const plant = async (store: Store, strings: readonly string[]): Promise<void> => {
  for (let index = 0; index < strings.length; index++) await store.saveArticle(saveOf(strings, index));
  for (const [index, text] of strings.slice(0, 60).entries())
    await store.addSource({
      id: `hostile-${index}`,
      publisher: storable(text).slice(0, 100),
      country: 'GB',
      kind: 'news',
      feedUrl: `https://feeds.example/${index}`,
      language: 'en',
      why: storable(text),
      confirmed: true,
    });
};
