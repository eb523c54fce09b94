import { describe, expect, test } from 'vitest';
import { negationCue, scopeOf } from '../../nlp/scope.ts';
import { sentenceOf } from './support/sentence.ts';

/** The scope of the words between brackets, as the letters of what holds: negated, hedged, conditional, generic. */
const scope = (marked: string): string => {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const found = scopeOf(sentenceOf(marked.replace(/[[\]]/g, '')), start, end);
  return (['negated', 'hedged', 'conditional', 'generic'] as const).filter(key => found[key]).join(' ');
};

describe('a negation', () => {
  test.each([
    'No [passwords] were taken.',
    'No passwords or [card details] were taken.',
    'The thieves took no names, addresses or [order records].',
    'The files did not include [passwords].',
    'The files didn’t include names, bank details or [passwords].',
    'Passwords and [payment details] were not affected.',
    '[Passwords], card numbers and PINs have not been touched, the shop said.',
    'Names were copied, but not [passwords].',
    'Neither names nor [passwords] were lost.',
    'No customer data was taken, including [names] and addresses.',
    'It took names, without [card data].',
    'Everything except [passwords] was copied.',
    'Card data and [passwords] remain safe.',
    'The [card data] was out of reach.',
    'The [payment systems] were unaffected.',
    'The shop denied that [card data] had been stolen.',
    'It ruled out any theft of [card data].',
    'According to false reports, [card data] was stolen.',
    'It is not being investigated as a [ransomware attack].',
    'Names without [PINs], orders and dates were copied.',
    'Names were copied without passwords, cards or [PINs].',
    'Cards (without codes or [PINs]) and names were copied.',
  ])('reaches: %s', marked => expect(scope(marked)).toBe('negated'));

  test.each([
    '[Names] were taken but no passwords.',
    'No passwords were taken, but [names] were copied.',
    'No passwords were taken; [names] were.',
    'No passwords were lost, however [names] were copied.',
    '[Names] were stolen, passwords were not exposed.',
    'Not only [names] but also addresses were taken.',
    'The shop is no longer sure: [names] were taken.',
    'The till did not fail, exposing [names] of shoppers.',
    'It settled without admitting that it had lost [names].',
    'It did not touch cards, and the thieves took [names].',
    'While the tills were not breached, strangers had access to [names].',
    'The chain takes no online orders and admitted on Tuesday that [names] were stolen.',
    'It named no culprit and later confirmed that [names] were copied.',
    'No data other than [names] was taken.',
    'While no cards were exposed by the breach, [names] and addresses were accessed.',
    'It was not until May that the shop said that the thieves took [names].',
    'No ransom was paid, despite the thieves holding [names].',
    'It paid without admitting or denying that it lost [names].',
    'Vouchers without PINs, [orders] and dates of birth were copied.',
    'Cards (without codes or PINs) and [names] were copied.',
  ])('does not reach: %s', marked => expect(scope(marked)).toBe(''));

  test.each([
    'There is no evidence that [card data] was taken.',
    'The shop has not found any evidence that [card data] was taken.',
    'It is not aware of any theft of [card data].',
    'It has no reason to believe that [customer data] was affected.',
    'We do not believe that [card data] was accessed.',
  ])('leaves open: %s', marked => expect(scope(marked)).toBe('negated hedged'));

  test('has a cue that can be quoted', () => {
    const sentence = sentenceOf('The files didn’t include passwords.');
    const cue = negationCue(sentence, 25, 34);
    expect(sentence.text.slice(cue?.start, cue?.end)).toBe('didn’t');
  });
});

describe('a hedge', () => {
  test.each([
    'The thieves may have taken [names].',
    'The information could include [names] and addresses.',
    '[Names] were potentially exposed.',
    '[Names] are believed to have been taken.',
    'The shop cannot rule out that [names] were taken.',
  ])('reaches: %s', marked => expect(scope(marked)).toBe('hedged'));

  test.each([
    'In May the shop said that [names] were taken.',
    '[Names] were taken, but cards may be safe.',
    'Sales may fall; [names] were taken.',
    'It took [names] and other details that could be used by fraudsters.',
    'A breach first believed to be small exposed [names].',
  ])('does not reach: %s', marked => expect(scope(marked)).toBe(''));
});

describe('nothing is said', () => {
  test.each([
    ['of a condition', 'It would be grave if [names] were taken.', 'conditional'],
    ['of a question', 'Were [names] taken?', 'conditional'],
    ['where somebody keeps silent', 'It did not say whether [names] were taken.', 'conditional'],
    ['where it is not known', 'It is unclear whether [names] were taken.', 'conditional'],
    ['by advice', 'Shoppers should change their [passwords].', 'generic'],
    ['by the habits of gangs', 'Such gangs typically steal [names].', 'generic'],
  ])('%s', (_, marked, expected) => expect(scope(marked)).toContain(expected));
});

describe('a hedge and a list', () => {
  test.each([
    ['The files vary but may have held one or more of the following: [names], addresses.', 'hedged'],
    ['The files could include: name, [address] and phone.', 'hedged'],
    ['The loot holds [names], addresses, and may hold more.', ''],
    ['Hartwell Ltd. may have lost [names].', 'hedged'],
    ['An unconfirmed report says that [names] were sold.', 'hedged'],
  ])('%s', (marked, expected) => expect(scope(marked)).toBe(expected));
});
