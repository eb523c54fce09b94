import { describe, expect, test } from 'vitest';
import { analyse } from '#nlp';

const read = (title: string, text: string, publishedAt = '2031-05-14') => analyse({ title, text, publishedAt });
const told = (title: string, text: string, publishedAt?: string): readonly string[] =>
  read(title, text, publishedAt)
    .incidents.map(({ victim, role, known }) => `${victim} ${role} ${known}`)
    .toSorted();

describe('whom a headline makes the victim', () => {
  test('the owner of the brands that it names, where the owner was robbed', () => {
    expect(told('Hackers steal files from KFC, Taco Bell and Pizza Hut owner', '')).toEqual([
      'yum-brands main 2031-05',
    ]);
    expect(told('Hackers steal files from KFC and Pizza Hut', '')).toEqual([
      'kfc main 2031-05',
      'pizza-hut main 2031-05',
    ]);
  });

  test('the owner that was hit, not each of its chains that had to shut', () => {
    const text =
      'Hundreds of KFC and Pizza Hut restaurants were hit by a ransomware attack on Monday. The attack against their parent company Yum! Brands began at night.';
    expect(told('Ransomware hits KFC and Pizza Hut restaurants', text)).toEqual(['yum-brands main 2031-05']);
  });

  test('a firm with an everyday name, where its employees speak', () => {
    const text =
      'Two former Target employees say that the documents which hackers put on sale are real. The hackers stole source code from Target, the gang says.';
    expect(told('Target employees confirm leaked documents', text)).toEqual(['target main 2031-05']);
  });

  test('a firm that writes itself in small letters', () => {
    expect(told('boohoo discloses data breach', 'Fashion chain boohoo says that hackers stole names.')).toEqual([
      'boohoo main 2031-05',
    ]);
  });

  test('a firm with an everyday name, where the article uses it as a name again and again', () => {
    const text =
      'Thieves put a skimmer on the checkout page of Boots. On Monday Boots took the page down. It took Boots a week to tell its customers. Nobody at Boots would say how many cards were stolen.';
    expect(told('Card skimmer found on website of Boots', text)).toEqual(['boots main 2031-05']);
    const shoes =
      'Thieves put a skimmer on a checkout page for boots. Boots and coats were bought there by customers. The boots cost little.';
    expect(told('Card skimmer found on page for boots', shoes)).toEqual([]);
  });

  test('each of several that were fined together, though one has an everyday name', () => {
    expect(
      told('Dior, Louis Vuitton, Tiffany Fined $25 Million After Data Breaches', 'A regulator fined three brands.'),
    ).toEqual(['dior main 2031', 'louis-vuitton main 2031', 'tiffany-and-co main 2031']);
  });

  test('nobody, where the firm only says which hackers', () => {
    const analysis = read(
      'M&S hackers claim to be behind Jaguar Land Rover cyber attack',
      'The attack stopped production at several plants.',
    );
    expect(analysis.incidents.map(({ victim, role }) => `${victim} ${role}`)).toEqual(['marks-and-spencer mention']);
    expect(analysis.claims.filter(({ kind }) => kind === 'service')).toEqual([]);
  });

  test('nobody, where hackers turn from shops to another trade', () => {
    const text =
      'The gang attacked retailers such as Tesco and Asda in spring. It now turns to airlines. Other attacks of the gang include those on Tesco and Asda.';
    expect(told('Hackers turn their eyes on airlines', text).filter(line => line.includes('main'))).toEqual([]);
  });

  test('not the maker of the software that hacked shops run on', () => {
    const text =
      'Thieves injected a skimmer into hundreds of e-commerce stores running the Magento 1 platform. Customers of the hacked stores lost card data. The Magento online stores were outdated.';
    expect(told('Card skimmers hit hundreds of outdated Magento stores', text)).toEqual([]);
  });

  test('nobody, where a researcher found a trick', () => {
    const text =
      'She now found that the robots of a Leeds maker let attackers redirect them. Anybody could order them about.';
    expect(read("Researcher who found McDonald's free-burger hack turns to robots", text).relevant).toBe(false);
  });
});

describe('incidents of other years', () => {
  test('the year that a headline gives its incident holds, whatever month is told of later', () => {
    const text =
      'Home Depot agreed to pay $19 million over a 2014 data breach. It said in November 2030 that the breach had cost it $152 million.';
    expect(told('Home Depot settles suit over big 2014 data breach', text)).toEqual(['home-depot main 2014']);
  });

  test('cards that were stolen long ago are an incident of then', () => {
    const text =
      'The man sold cards stolen from Target in 2013. In December 2030 a reporter revealed who he is, and Target confirmed the hack again.';
    expect(told('A talk with the hacker of Target', text)).toEqual(['target main 2013']);
  });

  test('another crime that is told with its own time is another incident', () => {
    const lead = 'Intersport was hit by ransomware on 3 May, which closed its tills. The chain has called the police. ';
    const title = 'Ransomware closes the tills of Intersport';
    expect(
      told(title, `${lead}In 2028, Intersport was among the shops on whose sites card-skimming code had been planted.`),
    ).toEqual(['intersport main 2031-05', 'intersport secondary 2028']);
    expect(told(title, `${lead}All that is small beside the December 2029 data breach.`)).toEqual([
      'intersport main 2031-05',
      'intersport secondary 2029-12',
    ]);
  });

  test('the first step of this one is no other incident', () => {
    const text =
      'Asda was hit by ransomware on 24 April, which closed its web shop. The thieves first broke into Asda as early as February, when they stole a password file.';
    expect(told('Ransomware closes the web shop of Asda', text)).toHaveLength(1);
  });
});
