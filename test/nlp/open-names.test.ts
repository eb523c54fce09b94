import { describe, expect, test } from 'vitest';
import { analyse } from '#nlp';
import { openRetailers } from '../../nlp/open-names/index.ts';
import { buildReading } from '../../nlp/reading.ts';

const shopsIn = (title: string, text: string): readonly string[] => {
  const { sentences, mentions } = buildReading({ title, text, publishedAt: '2025-03-04' });
  return openRetailers(
    sentences,
    mentions.filter(({ via }) => via === 'name'),
  ).map(({ id }) => id);
};

describe('names that no list has', () => {
  test.each([
    [
      'called a chain throughout, never in one phrase with its name',
      'Ransomware takes down the tills of Quendale Larder',
      'Quendale Larder was hit by ransomware at the weekend. The grocery chain said that shoppers could pay in cash. Its stores stay open, and Quendale Larder hopes to have the checkouts back by Friday. The chain has called the police.',
    ],
    [
      'told by its shoppers and shelves',
      'Hackers steal data from Quendale Larder',
      'Quendale Larder told shoppers on Monday that hackers had copied their names. At Quendale Larder stores the shelves were full, and the supermarket said that Quendale Larder loyalty cards still work.',
    ],
  ])('are shops where the article shows it: %s', (_, title, text) => {
    expect(shopsIn(title, text)).toEqual(['quendale-larder']);
  });

  test('keep an s of their own, and leave the place before them out', () => {
    const text =
      'Hackers have broken into the network of the grocer. Tobbin’s said that its stores are open. Shoppers at Tobbin’s can pay in cash, and the chain is working with the police. Toronto’s Tobbin’s has 40 supermarkets.';
    expect(shopsIn('Tobbin’s stores hit by cyber attack', text)).toEqual(['tobbin-s']);
  });

  test('are shops in a list of shops', () => {
    const text =
      'Asda was hit by hackers on Monday. Ransomware has hit several supermarket chains before, including Zellick, Marrowby’s and Ostrander Foods.';
    expect(shopsIn('Asda hit by hackers', text)).toEqual(
      expect.arrayContaining(['zellick', 'marrowby-s', 'ostrander-foods']),
    );
  });

  test.each([
    [
      'a hospital with a shop',
      'Quendale hit by ransomware',
      'Quendale was hit by ransomware at the weekend. The hospital sent patients elsewhere, and Quendale surgeons worked on paper. Its gift shop and the café stayed open.',
    ],
    [
      'a gang that hits shops',
      'Quendale ransomware hits supermarkets',
      'The Quendale ransomware gang has hit supermarkets and other stores. Quendale operators posted the names of retailers, whose shoppers are worried.',
    ],
    [
      'where a shop is from',
      'Florida grocer hit by ransomware',
      'The Quendale grocery chain was hit by ransomware. Police in Quendale said that the stores are open, and that shoppers in Quendale can pay in cash.',
    ],
    [
      'people who speak',
      'Ransomware hits a grocer',
      'The stores stay open, said Petra Quendale, chief executive of the grocer. Quendale said that the shops had cash, and that the supermarket has backups.',
    ],
  ])('are no shops: %s', (_, title, text) => {
    expect(shopsIn(title, text)).toEqual([]);
  });

  test('are victims as the listed ones are', () => {
    const text =
      'Quendale Larder was hit by ransomware at the weekend. The grocery chain said that shoppers could pay in cash. Its stores stay open, and Quendale Larder hopes to have the checkouts back by Friday.';
    expect(analyse({ title: 'Ransomware takes down Quendale Larder', text, publishedAt: '2025-03-04' })).toMatchObject({
      relevant: true,
      incidents: [{ victim: 'quendale-larder', role: 'main', known: '2025-03' }],
    });
  });

  test('are shops where they suffered the same as the shops of the sentence before', () => {
    const text =
      'Hackers have broken into Asda. Two bakeries and several grocers have been breached as well, with Zellick and Tobbin Foods reporting that files were copied. In March, Marrowby’s also disclosed a data breach.';
    expect(shopsIn('Asda hit by hackers', text)).toEqual(
      expect.arrayContaining(['zellick', 'tobbin-foods', 'marrowby-s']),
    );
  });

  test('are none where an adjective begins the headline, or the trade before is another name’s', () => {
    const text =
      'Nefarious shoe shop Quendale was hacked on Monday. The gang had hit the Asda supermarket chain, Zellick and others.';
    expect(shopsIn('Nefarious shoe shop Quendale hacked', text)).not.toEqual(expect.arrayContaining(['nefarious']));
    expect(shopsIn('Nefarious shoe shop Quendale hacked', text)).not.toEqual(expect.arrayContaining(['zellick']));
  });
});
