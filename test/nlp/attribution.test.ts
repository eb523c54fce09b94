import { describe, expect, test } from 'vitest';
import { readingOf } from './support/reading.ts';

/** Who is heard at the first place where the words stand. */
const heard = (text: string, words: string): string => {
  const reading = readingOf(text);
  const start = reading.text.indexOf(words);
  const sentence = reading.sentences.find(one => one.start <= start && one.end > start);
  if (sentence === undefined) throw new Error(`no sentence holds “${words}”`);
  const { by, speaker } = reading.attributionAt(sentence, start, start + words.length);
  return speaker === undefined ? by : `${by}: ${speaker}`;
};

describe('who is heard', () => {
  test.each([
    ['Hartwell said that some names were stolen.', 'names', 'victim'],
    ['According to the company, some names were stolen.', 'names', 'victim'],
    ['Some names were stolen, the retailer confirmed.', 'names', 'victim'],
    ['A spokesperson for Hartwell told reporters that some names were stolen.', 'names', 'victim'],
    ['The hackers claim that they hold the names of all shoppers.', 'names', 'attacker'],
    ['Police said that some names were stolen.', 'names', 'authority'],
    ['Security researchers said that some names were stolen.', 'names', 'expert'],
    ['Sources told this paper that some names were stolen.', 'names', 'media'],
    ['Some names were stolen in April.', 'names', 'media'],
    ['Some names were stolen in a breach disclosed by Hartwell.', 'names', 'victim'],
    ['Police were told that some names were stolen.', 'names', 'media'],
    ['The gang began attacks that claimed several victims.', 'attacks', 'media'],
    ['Hartwell, which has 40 million customers, said that some names were stolen.', '40 million', 'media'],
    ['Hartwell officials say that some names were stolen.', 'names', 'victim'],
    ['A ransomware group said that some names were stolen.', 'names', 'attacker'],
    ['The gang wrote on Monday. The group said that it holds names.', 'names', 'attacker'],
    ['The hackers behind the claim stole some names.', 'names', 'media'],
    ['Hartwell filed notice that exposes names.', 'names', 'victim: notice'],
    ['The court heard that some names were stolen.', 'names', 'authority'],
    ['Hartwell has brought in forensic experts.', 'experts', 'victim'],
    ['Hartwell shared a letter with the attorney general that says some names were stolen.', 'names', 'victim: letter'],
    ['Hartwell discovered in May that intruders had copied some names.', 'names', 'victim'],
    ['Hartwell discovered that it had suffered an attack that left shelves empty.', 'shelves', 'media'],
    ['Hartwell noted on its website that the tills are down.', 'tills', 'victim'],
    ['Hartwell has 7,000 staff and said that names were stolen.', '7,000', 'media'],
    ['Hartwell confirms a data breach after a gang leaked its files.', 'leaked', 'media'],
    ['Hartwell disclosed a data breach after attackers copied names.', 'names', 'victim'],
    ['Oddly Named Bros. disclosed a data breach that hit names.', 'names', 'victim'],
    ['In a post on a hacking forum, the files were offered.', 'files', 'media'],
    ['In a statement from the police, names are given.', 'names', 'authority: statement'],
    ['The gang listed Hartwell with files allegedly stolen from its servers.', 'servers', 'attacker'],
    ['A hacker took credit for the break-in that Hartwell saw, saying names were copied.', 'copied', 'attacker'],
    ['Hartwell confirmed a breach. The sample includes names of shoppers.', 'names', 'media'],
    ['Hartwell confirmed a breach. From the screenshots one can read names.', 'names', 'media'],
    ['Hartwell hired forensic experts to look into it and notified the police.', 'police', 'victim'],
    [
      'Hartwell does not know whether any gang has claimed the theft. It told the police that no card was read.',
      'card',
      'victim',
    ],
    ['Hartwell is investigating claims of a theft of names.', 'names', 'attacker'],
    ['Hartwell is looking into reports that names were stolen.', 'names', 'media'],
    ['A gang released files of Hartwell and indicated that it wants money.', 'wants', 'attacker'],
    ['A gang copied Hartwell’s files and claimed that it wants money.', 'wants', 'attacker'],
    ['Hartwell reported £3 billion in revenue, and employs 900 people.', '900', 'media'],
    ['Its largest publicly disclosed breach took the names of all, according to congress.', 'names', 'authority'],
  ])('%s', (text, words, expected) => expect(heard(text, words)).toBe(expected));

  test('whoever says that they stole it speaks as the thief', () => {
    const text = 'Mail reached this paper on Monday. They said they stole the names of all shoppers.';
    expect(heard(text, 'names')).toBe('attacker');
  });

  test('a quotation is opened by what stands before its colon', () => {
    const gang = 'A gang left a listing:\n\n“We hold every file of this shop and will sell them to the world.”';
    expect(heard(gang, 'every file')).toBe('attacker');
    const letter =
      'Shoppers were sent an email from Hartwell:\n\n“Some names may have been seen by a stranger in May.”';
    expect(heard(letter, 'names')).toMatch(/^victim/);
  });

  test('a shop that speaks of its own customers is heard even where its supplier is named', () => {
    const text = 'Oracle said it was down.\n\n“We have contacted our customers about the names that were seen.”';
    expect(heard(text, 'names')).toBe('victim');
  });

  test('a list after a sentence of the outlet is the outlet’s', () => {
    const text =
      'Hartwell said that it was hit.\n\nOther shops that were hit of late:\n\n* Bramley in May\n* Oakfield in June';
    expect(heard(text, 'Oakfield')).toBe('media');
  });

  test('what lies in the open is told by those who looked', () => {
    const text = 'A gang posted files allegedly stolen from Hartwell. The leaked data includes names.';
    expect(heard(text, 'names')).toBe('media');
    expect(heard('A gang posted files allegedly stolen from Hartwell. The data includes names.', 'names')).toBe(
      'attacker',
    );
  });

  test('in a quotation it is the one who is said to speak, before or after it', () => {
    expect(heard('“We know now that some names were copied from a server,” Hartwell said.', 'names')).toBe('victim');
    expect(heard('Police said: “We believe that some names were copied from a server.”', 'names')).toBe('authority');
  });

  test('in a quotation that goes on over sentences and paragraphs it stays the same', () => {
    const text = [
      '“We found a stranger in one of our systems last week,” Hartwell said in a statement.',
      '“We have since learned that some names were copied from that system.”',
    ].join('\n\n');
    expect(heard(text, 'some names')).toMatch(/^victim/);
  });

  test('what is said inside a quotation has no speaker of its own', () => {
    const text = '“Experts told us that names were copied, and we believe them,” the retailer said.';
    expect(heard(text, 'names')).toBe('victim');
  });

  test('in a bullet list it is the one who opened the list', () => {
    const text = [
      'According to the notice, the following data were exposed:',
      '* Full name\n* Postal address',
      'The tills work again.',
    ].join('\n\n');
    expect(heard(text, 'Postal address')).toBe('victim: notice');
    expect(heard(text, 'tills')).toBe('media');
  });

  test('a sentence that goes on with an account keeps its speaker', () => {
    const text = 'Hartwell said on Monday that a database was copied. The stolen data includes names.';
    expect(heard(text, 'names')).toBe('victim');
  });

  describe('where nobody is heard, by what the story stands on', () => {
    const disclosed = 'Hartwell disclosed a data breach on Monday.\n\nThe tills were slow all week.\n\n';
    test.each([
      ['the victim tells of the loot after it disclosed', `${disclosed}An intruder copied names.`, 'names', 'victim'],
      ['hearsay stays the outlet’s', `${disclosed}An intruder reportedly copied names.`, 'names', 'media'],
      ['so do the gang and its demands', `${disclosed}A gang demanded money for the names.`, 'names', 'media'],
      ['and older cases', `${disclosed}In 2019 an intruder copied names.`, 'names', 'media'],
      [
        'without a disclosure it is the outlet’s',
        'The tills were slow.\n\nAn intruder copied names.',
        'names',
        'media',
      ],
      [
        'a court tells of the crime in a report of a judgement',
        'A man was sentenced on Monday over the attack.\n\nHe copied names.',
        'names',
        'authority',
      ],
      [
        'a statement in the first person is the victim’s',
        'We found a breach in our systems.\n\nWe are sorry about the attack.\n\nNames were copied.',
        'Names',
        'victim',
      ],
    ])('%s', (_, text, words, expected) => expect(heard(text, words)).toBe(expected));
  });

  test('a person introduced by office is known by the surname later', () => {
    const text =
      'Hartwell chief executive Mara Lindqvist spoke on Monday. The shops opened late. Lindqvist said that names were stolen.';
    expect(heard(text, 'names')).toBe('victim: Mara Lindqvist');
  });
});
