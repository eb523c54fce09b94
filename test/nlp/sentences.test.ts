import { describe, expect, test } from 'vitest';
import { sentencesOf } from '../../nlp/sentences.ts';
import { tokensOf } from '../../nlp/tokens.ts';

const split = (text: string) =>
  sentencesOf(text, [{ kind: 'paragraph', start: 0, end: text.length }]).map(sentence => sentence.text);

describe('sentences', () => {
  test.each([
    ['initials and titles', 'Mr. A. Penrose spoke. Dr. Lund did not.', ['Mr. A. Penrose spoke.', 'Dr. Lund did not.']],
    [
      'shortened first names',
      'Jos. A. Bell and Wm. Lund left. So did I.',
      ['Jos. A. Bell and Wm. Lund left.', 'So did I.'],
    ],
    [
      'saints',
      'Shops in St. Louis and St. Paul, Minn. The rest is open.',
      ['Shops in St. Louis and St. Paul, Minn.', 'The rest is open.'],
    ],
    ['names of dotted letters', 'E.l.f. Beauty closed. It opened.', ['E.l.f. Beauty closed.', 'It opened.']],
    [
      'a byline with its date glued on',
      'By Mara Lund May 3, 2031 Hartwell was hit. It said so.',
      ['Hartwell was hit.', 'It said so.'],
    ],
    ['a stamp glued on', 'Published: 3 May 2031, 10:15 AM | Hartwell was hit.', ['Hartwell was hit.']],
    ['countries', 'The U.S. Secret Service helped. It left.', ['The U.S. Secret Service helped.', 'It left.']],
    ['a firm at the end', 'It hired Oakfield Inc. The firm came.', ['It hired Oakfield Inc.', 'The firm came.']],
    ['a firm in the middle', 'Oakfield Inc. Chairman Bell left.', ['Oakfield Inc. Chairman Bell left.']],
    ['decimals', 'It lost £1.5 million. Then it rose 2.5%.', ['It lost £1.5 million.', 'Then it rose 2.5%.']],
    [
      'web addresses',
      'Orders at Bramley.com stopped. They are back.',
      ['Orders at Bramley.com stopped.', 'They are back.'],
    ],
    ['closing quotes', '"We are sorry." The shop said so.', ['"We are sorry."', 'The shop said so.']],
    ['a quote that goes on', '"Is it safe?" asked Bell.', ['"Is it safe?" asked Bell.']],
    ['names with a mark', 'Yum! Brands and Yahoo! Mail were hit.', ['Yum! Brands and Yahoo! Mail were hit.']],
    [
      'a mark behind a word of such a name',
      'The shop was hit! Stores closed.',
      ['The shop was hit!', 'Stores closed.'],
    ],
    ['an ellipsis', 'They waited... and then paid. It ended.', ['They waited... and then paid.', 'It ended.']],
    ['loose spacing', 'It sent an e -mail. It cost £ 1 billion.', ['It sent an e -mail.', 'It cost £ 1 billion.']],
    [
      'links',
      'Read the [notice](https://a.example/b.c?d=1) here. It is short.',
      ['Read the [notice](https://a.example/b.c?d=1) here.', 'It is short.'],
    ],
  ])('%s', (_, text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  test('offsets point into the document, also behind characters of two units', () => {
    const text = '🛒 Shops closed. Tills stopped.';
    const [, second] = sentencesOf(text, [{ kind: 'paragraph', start: 0, end: text.length }]);
    expect(text.slice(second!.start, second!.end)).toBe('Tills stopped.');
    expect(second!.tokens.map(token => text.slice(token.start, token.end))).toEqual(['Tills', 'stopped', '.']);
  });

  test('contractions, numbers and link targets are one token each', () => {
    const text = "didn’t pay 1,200.50 [here](https://x.example/y 'z')";
    expect(
      tokensOf(text, 0, text.length)
        .map(token => token.norm)
        .slice(0, 3),
    ).toEqual(["didn't", 'pay', '1,200.50']);
    const link = '[here](https://x.example/y)';
    expect(tokensOf(link, 0, link.length)).toHaveLength(3);
  });
});

test('a run without end marks is cut, so that garbage cannot make one endless sentence', () => {
  const found = split('Shop Till Basket '.repeat(2000));
  expect(Math.max(...found.map(text => text.length))).toBeLessThanOrEqual(1500);
  expect(found.join(' ').split(/\s+/).filter(Boolean)).toHaveLength(6000);
});
