import { describe, expect, test } from 'vitest';
import { analyse } from '#nlp';

const attacks = (text: string, title = 'Harrods hit by cyberattack') =>
  analyse({ title, text, publishedAt: '2031-05-14' }).claims.flatMap(claim =>
    claim.kind === 'attack' ? [`${claim.value.type} ${claim.certainty}`] : [],
  );
const actors = (text: string) =>
  analyse({ title: 'Harrods hit by cyberattack', text, publishedAt: '2031-05-14' }).claims.flatMap(claim =>
    claim.kind === 'actor' ? [`${claim.value.name} ${claim.value.role} ${claim.certainty}`] : [],
  );

describe('attack types', () => {
  test('a bare mention is unspecified, and gives way to anything more precise', () => {
    expect(attacks('Harrods was hit by a cyberattack.')).toEqual(['unspecified reported']);
    expect(attacks('Harrods was hit by a cyberattack. Hackers stole data of customers from Harrods.')).toEqual([
      'data-theft reported',
    ]);
  });

  test.each([
    ['Harrods suffered a ransomware attack.', 'ransomware'],
    ['Hackers demanded a ransom from Harrods.', 'extortion'],
    ['The attackers tricked the help desk of Harrods into resetting a password.', 'social-engineering'],
    ['Harrods was hit by a credential stuffing attack.', 'credential-stuffing'],
    ['A card skimmer was injected into the checkout of Harrods.', 'web-skimming'],
    ['Point-of-sale systems at Harrods were infected with malware.', 'pos-malware'],
    ['The hackers breached a third-party vendor of Harrods.', 'supply-chain'],
    ['Harrods was knocked offline by a DDoS attack.', 'ddos'],
    ['The attacker moved their numbers to his own SIM cards, Harrods said.', 'sim-swap'],
    ['Hackers replaced the home page of Harrods with a picture.', 'defacement'],
    ['At Harrods somebody tried a list of leaked usernames and passwords from other shops.', 'credential-stuffing'],
    ['A server of Harrods was left reachable from the internet without a password.', 'misconfiguration'],
    ['The records of Harrods employees were copied by hackers.', 'data-theft'],
    ['The gang that hit Harrods demanded $25 million.', 'extortion'],
  ])('%s', (text, type) => {
    expect(attacks(text).map(line => line.split(' ')[0])).toContain(type);
  });

  test('speculation is possible, a condition or a question is nothing, a denial is denied', () => {
    expect(attacks('Harrods was hit by a cyberattack, fueling conjecture that ransomware was involved.')).toEqual([
      'ransomware possible',
    ]);
    expect(attacks('Harrods did not say whether ransomware was involved in the cyberattack.')).not.toContain(
      'ransomware reported',
    );
    expect(attacks('Harrods was hit by a credential stuffing attack. No malware was used against Harrods.')).toContain(
      'malware denied',
    );
  });

  test('a negation of something else denies no type', () => {
    expect(
      attacks('Harrods suffered a ransomware attack. Harrods has not paid after the ransomware attack on its tills.'),
    ).toEqual(['ransomware reported']);
  });

  test.each([
    ['a harm to come', 'Scammers could use this information to send phishing emails to customers.'],
    ['what the loot is good for', 'The details are enough to attempt SIM swapping against them.'],
    ['a risk', 'The theft has exposed shoppers to phishing and fraud risks.'],
    ['advice', 'Be on the lookout for phishing attacks that may follow.'],
    ['a habit', 'The gang is known for double extortion.'],
    ['a tactic of the trade', 'This is a common tactic in double extortion.'],
    ['others', 'A number of other ransomware variants have been adapted to hit virtual machines.'],
    ['what was seen elsewhere', 'Campaigns of this kind have been seen installing ransomware.'],
    ['whom a gang is known by', 'It resembles the actor blamed for a supply chain attack.'],
    ['what a gang has earned', 'The ransomware attacks brought in $90 million from over 1,200 victims.'],
    ['a survey', 'Four per cent of British retailers report a ransomware attack.'],
    ['where an infection ends', 'Such trojans lead to the deployment of ransomware.'],
    ['what gangs do these days', 'Members of gangs are actively exploiting flaws in firewalls.'],
    ['many others, tracked', 'It compares with other tracked ransomware variants.'],
    ['another victim', 'A suspect was held over a ransomware attack on MGM Resorts.'],
  ])('%s is no fact of the incident', (_, text) => {
    expect(attacks(`Harrods was hit by a cyberattack. ${text}`)).toEqual(['unspecified reported']);
  });

  test.each([
    ['The intruders at Harrods used the account of a contractor to get in.', 'stolen-credentials'],
    ['Hackers got into Harrods using a zero-day in its file transfer software.', 'exploited-vulnerability'],
    ['The breach at Harrods goes back to an attack on a vendor.', 'supply-chain'],
    ['Police call the attack on Harrods an extortion scheme.', 'extortion'],
    ['The attack on Harrods was the work of a malicious insider.', 'insider'],
  ])('told by the deed: %s', (text, type) => {
    expect(attacks(text).map(line => line.split(' ')[0])).toContain(type);
  });

  test.each([
    ['The tills of Harrods were hacked, and customers were told by email after it took hold.'],
    ['The attack on Harrods kept shoppers from accessing their accounts.'],
    ['After the attack files were taken offline at Harrods.'],
  ])('nothing is stolen: %s', text => {
    expect(attacks(text).map(line => line.split(' ')[0])).not.toContain('data-theft');
  });

  test('malware that reads cards is on the tills, unless the sentence speaks of a site', () => {
    expect(attacks('Malware at Harrods was made to copy payment card numbers.')).toContain('pos-malware reported');
    expect(attacks('On the web site of Harrods malware was made to copy payment card numbers.')).not.toContain(
      'pos-malware reported',
    );
  });

  test('what a firm disputes is denied', () => {
    expect(
      attacks('Harrods was hit by a cyberattack. Harrods disputes false claims of a massive data breach.'),
    ).toContain('data-theft denied');
  });

  test('the name of a gang’s trade is no claim about the victim', () => {
    expect(attacks('Harrods was hit by a cyberattack. No ransomware gang has claimed it.')).toEqual([
      'unspecified reported',
    ]);
  });
});

describe('actors', () => {
  test.each([
    ['Scattered Spider is behind the attack on Harrods.', 'Scattered Spider perpetrator reported'],
    [
      'The attackers deployed the DragonForce ransomware on the network of Harrods.',
      'DragonForce ransomware-operator reported',
    ],
    ['DragonForce claimed responsibility for the attack on Harrods.', 'DragonForce claimant claimed'],
    ['The hackers of Harrods used tactics associated with Scattered Spider.', 'Scattered Spider perpetrator possible'],
    ['The attack on Harrods has not been linked to Scattered Spider.', 'Scattered Spider perpetrator denied'],
    ['A gang known as Nightjar claimed responsibility for the attack on Harrods.', 'Nightjar claimant claimed'],
    ['The Nightjar ransomware group is behind the attack on Harrods.', 'Nightjar perpetrator reported'],
    ['Harrods was added to the DragonForce leak site.', 'DragonForce claimant claimed'],
    ['Responsibility for the attack on Harrods was taken by the Nightjar hacking group.', 'Nightjar claimant claimed'],
    ['A hacker using the moniker ‘quillfeather’ is selling data of Harrods.', 'quillfeather claimant claimed'],
  ])('%s', (text, expected) => {
    expect(actors(text)).toEqual([expected]);
  });

  test('the kin and the past of a gang have no part', () => {
    expect(actors('Harrods was hit by a cyberattack. The group used DragonForce, LockBit, Akira and Qilin.')).toEqual(
      [],
    );
    expect(actors('Harrods was hit by a cyberattack. Police spoke to the people behind LockBit.')).toEqual([]);
    expect(actors('Harrods was hit by a cyberattack. LockBit has breached over 1,900 organisations.')).toEqual([]);
  });

  test('where a gang comes from is no name', () => {
    expect(actors('The Russian hacking group is behind the attack on Harrods.')).toEqual([]);
  });

  test('a gang that is only described has no part', () => {
    const text =
      'Harrods was hit by a cyberattack.\n\n## What is DragonForce?\n\nDragonForce is a ransomware service that lends tools to affiliates.';
    expect(actors(text)).toEqual([]);
  });
});

test('how a gang extorts counts where it is told right behind its name', () => {
  const hit = 'Harrods was hit by a ransomware attack. The DragonForce gang was behind the attack on Harrods.';
  expect(attacks(`${hit} This gang is associated with a trick called double extortion.`)).toContain(
    'double-extortion reported',
  );
  expect(attacks(`${hit} It rained. Some gangs are associated with double extortion.`)).not.toContain(
    'double-extortion reported',
  );
});
