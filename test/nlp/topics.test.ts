import { describe, expect, test } from 'vitest';
import { buildReading } from '#nlp';

/** Victims of which the words speak, in an article under a headline about Harrods. */
const about = (words: string, text: string) => {
  const reading = buildReading({ title: 'Harrods hit by cyberattack', text, publishedAt: '2031-05-14' });
  const start = reading.text.indexOf(words);
  const sentence = reading.sentences.find(one => one.start <= start && start < one.end);
  return reading.incidentsAt(sentence!, start, start + words.length).map(index => reading.incidents[index]!.victim);
};

describe('of whom a span speaks', () => {
  test('a reference goes on with the last victim', () => {
    const text = 'Harrods was hit by a cyberattack. The retailer closed its tills. It lost files.';
    expect(about('closed its tills', text)).toEqual(['harrods']);
    expect(about('lost files', text)).toEqual(['harrods']);
  });

  test('an aside speaks of others only within itself', () => {
    const text = 'Harrods confirmed a data theft, following the ransomware attack on Tesco, and closed its tills.';
    expect(about('data theft', text)).toEqual(['harrods']);
    expect(about('ransomware', text)).toEqual(['tesco']);
    expect(about('closed its tills', text)).toEqual(['harrods']);
  });

  test('two clauses, two victims', () => {
    const text =
      'Harrods was hit by a cyberattack.\n\nTesco said that hackers stole names, while Asda disclosed that hackers took cards.';
    expect(about('stole names', text)).toEqual(['tesco']);
    expect(about('took cards', text)).toEqual(['asda']);
  });

  test('a joint statement speaks of all of them', () => {
    const text =
      'Harrods was hit by a cyberattack.\n\nHackers also attacked Tesco and Asda. The gang claimed both attacks.';
    expect(about('claimed', text)).toEqual(['tesco', 'asda']);
  });

  test('what is told of a firm outside retail is told of no victim', () => {
    const text =
      'Harrods was hit by a cyberattack.\n\nQantas disclosed that hackers stole passports of its passengers.';
    expect(about('stole passports', text)).toEqual([]);
  });

  test('a section about a gang or with advice speaks of no victim', () => {
    const text =
      'Harrods was hit by a cyberattack, and Scattered Spider is suspected.\n\n## Who is Scattered Spider?\n\n' +
      'Members trick help desks and swap SIM cards.';
    expect(about('swap SIM cards', text)).toEqual([]);
  });

  test('customers and suppliers of a victim have no part in what is told of it', () => {
    const text =
      'Harrods was hit by a cyberattack, as was Tesco. Ocado was hacked too.\n\n' +
      'Harrods, which sells hampers to Tesco, Asda and Ocado, among others, said that hackers stole names.\n\n' +
      'It serves customers such as Ocado, and hackers took its contracts.';
    expect(about('stole names', text)).toEqual(['harrods']);
    expect(about('took its contracts', text)).toEqual(['harrods']);
  });

  test('those struck are told of, whatever they are counted among', () => {
    const text =
      'Harrods was hit by a cyberattack.\n\nThe gang has since attacked other grocers, such as Tesco, Bladderwick and Asda.';
    expect(about('since attacked', text)).toEqual(['tesco', 'asda']);
  });

  test('what refers back to a firm outside retail is told of no victim, up to the next word on shops', () => {
    const text =
      'Harrods was hit by a cyberattack.\n\nQantas was hacked in May. The intruders copied its passports. ' +
      'The retailer closed its tills.';
    expect(about('copied its passports', text)).toEqual([]);
    expect(about('closed its tills', text)).toEqual(['harrods']);
  });

  test('whoever is told of it was not hit', () => {
    const text =
      'Harrods was hit by a cyberattack.\n\nThe firm told the London Stock Exchange that hackers got in. Names are among the loot.';
    expect(about('hackers got in', text)).toEqual(['harrods']);
    expect(about('among the loot', text)).toEqual(['harrods']);
  });

  test('an attack on a firm outside retail is none on a shop', () => {
    const text = 'Harrods was hit by a cyberattack.\n\nPolice held two teenagers over an attack on Qantas in May.';
    expect(about('held two', text)).toEqual([]);
  });

  test('a heading that tells who claims the attack opens no portrait of the gang', () => {
    const text =
      'Harrods was hit by a cyberattack.\n\n## Attack claimed by Qilin\n\nThe gang copied contracts, it says.';
    expect(about('copied contracts', text)).toEqual(['harrods']);
  });

  test('an older incident keeps what is said of it', () => {
    const text =
      'Harrods disclosed a data breach.\n\nIn June 2028, Harrods disclosed another breach. That incident exposed passwords.';
    const reading = buildReading({ title: 'Harrods hit by data breach', text, publishedAt: '2031-05-14' });
    const start = reading.text.indexOf('exposed passwords');
    const sentence = reading.sentences.find(one => one.start <= start && start < one.end)!;
    const [index] = reading.incidentsAt(sentence, start, start + 5);
    expect(reading.incidents[index!]?.known).toBe('2028-06');
  });
});
