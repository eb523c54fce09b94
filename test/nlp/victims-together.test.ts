import { describe, expect, test } from 'vitest';
import { analyse } from '#nlp';

const rolesOf = (title: string, text: string): readonly string[] =>
  analyse({ title, text, publishedAt: '2031-05-14' })
    .incidents.map(({ victim, role }) => `${victim} ${role}`)
    .toSorted();

describe('victims that are named in a list', () => {
  test('are read however long the list is, and whoever else stands in it', () => {
    const text =
      'Ocado told customers on Monday that hackers had stolen their names from its servers. ' +
      'The gang has claimed many victims since spring, including the shipping firm Harbourline, the Tesco supermarket chain, a bicycle maker and Asda.';
    expect(rolesOf('Ocado hit by data theft', text)).toEqual(['asda mention', 'ocado main', 'tesco mention']);
  });

  test('are read through a word for what they belong to', () => {
    const text =
      'Ocado told customers on Monday that hackers had stolen their names from its servers. ' +
      'The same attacks hit companies such as Google and the LVMH subsidiaries Dior, Louis Vuitton and Sephora.';
    expect(rolesOf('Ocado hit by data theft', text)).toEqual([
      'dior mention',
      'louis-vuitton mention',
      'ocado main',
      'sephora mention',
    ]);
  });

  test('are read as list items under a sentence that announces attacks, and not under another', () => {
    const under = (opening: string): string =>
      `Ocado was hit by ransomware on Monday, which closed its web shop.\n\n${opening}\n\n- Tesco in March\n\n- Asda in June`;
    const title = 'Ransomware closes the web shop of Ocado';
    expect(rolesOf(title, under('Other chains that were hit by ransomware are:'))).toEqual([
      'asda mention',
      'ocado main',
      'tesco mention',
    ]);
    expect(rolesOf(title, under('Its shares fell, and so did those of:'))).toEqual(['ocado main']);
  });

  test('are read where they were phished, and not only used as bait', () => {
    const text =
      'Ocado was hit by ransomware on Monday, which closed its web shop. In recent weeks grocers have also been targeted by voice phishing attacks, with Tesco and Asda disclosing that a hacker breached internal systems.';
    expect(rolesOf('Ocado hit by ransomware', text).map(role => role.split(' ')[0])).toEqual([
      'asda',
      'ocado',
      'tesco',
    ]);
  });

  test('are none where the list is of what was used', () => {
    const text =
      'Ocado was hit by ransomware on Monday. The hackers had targeted services such as Amazon and eBay to hide their tracks.';
    expect(rolesOf('Ocado hit by ransomware', text)).toEqual(['ocado main']);
  });

  test('are the article’s own only where it comes back to them', () => {
    const text =
      'Hackers broke into the networks of Tesco, Asda and Ocado, prosecutors say. He was arrested in March. ' +
      'The tills of Tesco were down for a week. Tesco had refused to pay.';
    expect(rolesOf('Man pleads guilty to ransomware attacks', text).filter(role => role.endsWith('main'))).toEqual([
      'tesco main',
    ]);
  });
});

describe('what a headline is about', () => {
  test.each([
    ['Tesco hackers say that they are behind the attack on a carmaker', 'The carmaker has stopped its lines.'],
    ['Asda profits again after the Tesco cyber attack', 'Shoppers went elsewhere for weeks.'],
    ['Tesco to open forty shops after cyber attack', 'The grocer looks for sites in the north.'],
    ['Tesco expands in Wales despite cyber attack', 'The grocer looks for sites in the north.'],
  ])('is no incident that it names by the way: %s', (title, text) => {
    expect(rolesOf(title, text).filter(role => role.endsWith('main'))).toEqual([]);
  });

  test('is the incident where its hackers only tell of it', () => {
    const text = 'The names of a million shoppers were stolen from Tesco, the hacker said.';
    expect(rolesOf('Tesco hacker claims to have stolen a million records', text)).toEqual(['tesco main']);
  });

  test('is each victim with a section of its own, in a roundup', () => {
    const text =
      'Many were busy.\n\n## Tesco chain hit by ransomware\n\nTesco has closed its web shop after a ransomware attack.\n\n## Law passed\n\nParliament has passed a law.\n\n' +
      '## Asda discloses data breach\n\nAsda said that hackers had stolen the addresses of customers. The tills of Ocado failed after a cyber attack in March.';
    expect(rolesOf('The week in ransomware', text)).toEqual(['asda main', 'ocado secondary', 'tesco main']);
  });
});
