import { describe, expect, test } from 'vitest';
import { buildReading } from '#nlp';
import { blocksOf } from '../../nlp/structure.ts';

const blocks = (title: string, text: string, publishedDay?: string) => {
  const whole = `${title}\n${text}`;
  return blocksOf(whole, title, publishedDay).map(block => ({ ...block, text: whole.slice(block.start, block.end) }));
};

describe('the structure of an article', () => {
  test('headline, standfirst, paragraphs, lists and quotations are told apart, markers left outside', () => {
    const found = blocks(
      'Tills fall silent at Bramley & Co',
      [
        '## The grocer says that intruders reached its stock system',
        '',
        'The grocer closed its web shop on Monday.',
        '',
        '# What is known',
        '',
        '* names of customers',
        '- delivery addresses',
        '',
        '> We are sorry for the trouble.',
      ].join('\n'),
    );
    expect(found.map(({ kind, text }) => [kind, text])).toEqual([
      ['headline', 'Tills fall silent at Bramley & Co'],
      ['standfirst', 'The grocer says that intruders reached its stock system'],
      ['paragraph', 'The grocer closed its web shop on Monday.'],
      ['heading', 'What is known'],
      ['list-item', 'names of customers'],
      ['list-item', 'delivery addresses'],
      ['quotation', 'We are sorry for the trouble.'],
    ]);
  });

  test.each([
    '](https://forums.example.org/all/2031/05/03/bramley/ "View comments on this article")',
    '[Read more](https://example.org/next)',
    '![A shop front](https://example.org/shop.jpg)',
    'By Ada Penrose',
    'Tue 8 Jul 2031  //',
    '06:28 UTC',
    'Image credit: somebody',
    'Sign up for our newsletter',
    'Share this article',
    'Read also: Ten shops you should know',
    'We use cookies to improve your visit',
    '[[Retail]] [[Security]]',
    "window.Analytics.log('loaded', {});",
  ])('%s is furniture', line => {
    expect(blocks('A headline', `${line}\n\nThe shop was hacked.`)[1]?.kind).toBe('furniture');
  });

  test('furniture has no sentences', () => {
    const reading = buildReading({ title: 'Shop hit', text: 'Read more: Harrods was hacked\n\nAll is well today.' });
    expect(reading.sentences.map(({ text }) => text)).toEqual(['Shop hit', 'All is well today.']);
  });

  test('the headline repeated on top of the body is not read twice', () => {
    expect(blocks('Shop hit', '# Shop hit\n\nIt was hit.').map(({ kind }) => kind)).toEqual([
      'headline',
      'furniture',
      'paragraph',
    ]);
  });

  test('a hard-wrapped paragraph is one block', () => {
    const wrapped = 'The retailer, which has shops in eleven counties and a web shop,\nsaid that nothing was taken.';
    expect(blocks('Shop hit', wrapped)[1]?.text).toBe(wrapped);
  });

  test('a note of an update carries its day, and a label alone hands it on', () => {
    const inline = blocks('Shop hit', 'Update 13 May: The shop confirmed a theft.', '2031-05-02');
    expect(inline[1]).toMatchObject({ kind: 'update-note', noted: '2031-05-13' });
    const short = blocks('Shop hit', 'Update, Dec. 19, 6 p.m.: The shop confirmed a theft.', '2031-12-11');
    expect(short[1]).toMatchObject({ kind: 'update-note', noted: '2031-12-19' });
    const label = blocks('Shop hit', 'Update, 14 May 2031:\n\nThe web shop is back.', '2031-05-02');
    expect(label[2]).toMatchObject({ kind: 'paragraph', noted: '2031-05-14' });
  });
});

describe('a dateline', () => {
  test.each([
    'April 23, 2031',
    'Published on 13 May 2031 by Jane Doe',
    'May 3, 2031 - 3 min read',
    '2031-05-13 | 10:30 UTC',
  ])('%s is furniture', line => {
    expect(blocks('Tills fall silent', `${line}\n\nThe grocer closed its shop.`)[1]?.kind).toBe('furniture');
  });

  test.each([
    'On April 23, 2031, we discovered unusual activity.',
    'On 6 November 2031 we found that someone had gained access.',
    '12 May 2031 Bramley closed its tills.',
  ])('%s is told, not stamped', line => {
    expect(blocks('Tills fall silent', `${line}\n\nThe grocer closed its shop.`)[1]?.kind).toBe('paragraph');
  });
});
