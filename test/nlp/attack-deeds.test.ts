import { describe, expect, test } from 'vitest';
import { analyse } from '#nlp';

const read = (text: string) =>
  analyse({
    title: 'Harrods investigates cyberattack',
    text: `Harrods said on Monday that it was looking into a cyberattack.\n\n${text}`,
    publishedAt: '2031-05-14',
  }).claims;
const attacks = (text: string) => [
  ...new Set(read(text).flatMap(({ kind, value }) => (kind === 'attack' ? [value.type] : []))),
];
const actors = (text: string) =>
  read(text).flatMap(claim => (claim.kind === 'actor' ? [`${claim.value.name} ${claim.value.role}`] : []));

describe('an attack told by what was done', () => {
  test.each([
    ["The intruders encrypted most of the retailer's servers.", 'ransomware'],
    ['Tills and back-office computers had been locked up by the attackers.', 'ransomware'],
    ['Staff who came to work found a ransom note on their screens.', 'ransomware'],
    ['The shop was hit by an unknown ransomware gang.', 'ransomware'],
    ['The hackers threatened to publish the files unless the retailer paid them by Friday.', 'extortion'],
    ['They demanded $2 million in exchange for not releasing the files.', 'extortion'],
    ['The attackers called the IT help desk and posed as a member of staff.', 'social-engineering'],
    ['The attackers got in after an employee clicked on a link in an email.', 'phishing'],
    ['The attackers tried usernames and passwords taken from other breaches.', 'credential-stuffing'],
    ['The hackers logged in with stolen credentials.', 'stolen-credentials'],
    ['The hackers took advantage of an unpatched flaw in its file-transfer software.', 'exploited-vulnerability'],
    ['A vulnerability in its web shop allowed attackers to get in.', 'exploited-vulnerability'],
    ["The attackers came in through a supplier's portal.", 'supply-chain'],
    ['The incident occurred at one of our logistics providers.', 'supply-chain'],
    ['Hackers inserted malicious code into the checkout page.', 'web-skimming'],
    ['Malware was found on payment terminals in forty stores.', 'pos-malware'],
    ['Attackers flooded the website with traffic.', 'ddos'],
    ['A virus was introduced into its network.', 'malware'],
    ['A former employee copied customer records before leaving.', 'insider'],
    ['The server had been left open to the internet and leaked customer data.', 'misconfiguration'],
    ['The incident resulted in the loss of customer data.', 'data-theft'],
  ])('%s', (text, type) => expect(attacks(text)).toContain(type));

  test.each([
    ['All card data is encrypted, the company said.', 'ransomware'],
    ['The group usually encrypts servers and files.', 'ransomware'],
    ['Ransomware attacks on shops have risen by a third this year.', 'ransomware'],
    ['The gang was behind a ransomware attack on a hospital.', 'ransomware'],
    ['The retailer took steps to prevent the theft of customer data.', 'data-theft'],
    ['An unauthorised third party had gained access.', 'supply-chain'],
    ['Anti-virus software was installed.', 'malware'],
    ['The operation drops its ransomware via phishing emails.', 'phishing'],
  ])('%s: not %s', (text, type) => expect(attacks(text)).not.toContain(type));

  test('a ransom belongs to ransomware, and stands alone where none is told', () => {
    expect(attacks('It was hit by ransomware. A ransom demand was received.')).not.toContain('extortion');
    expect(attacks('A ransom demand was received by the retailer.')).toContain('extortion');
  });

  test('a condition at the end of a threat takes nothing from it', () => {
    expect(attacks('It threatened to leak the files if the retailer did not pay a ransom.')).toContain('extortion');
  });
});

describe('a story of an attack that is denied', () => {
  test.each([
    ['The hackers denied that it was a ransomware attack.'],
    ['The retailer disputes claims that its network suffered an Akira ransomware attack.'],
  ])('%s', text => {
    const told = read(text).filter(
      ({ kind, value }) => kind === 'attack' && 'type' in value && value.type === 'ransomware',
    );
    expect(told.map(({ certainty }) => certainty)).toEqual(['denied']);
  });

  test('but what is only said on the way to a denial stands', () => {
    const text = 'The retailer denied that data was stolen in the ransomware attack.';
    const told = read(text).filter(
      ({ kind, value }) => kind === 'attack' && 'type' in value && value.type === 'ransomware',
    );
    expect(told.every(({ certainty }) => certainty !== 'denied')).toBe(true);
  });
});

describe('an actor told by its deed', () => {
  test.each([
    ['The retailer was hit by the Akira ransomware gang.', 'Akira perpetrator'],
    ["The chain's systems were infected with SamSam.", 'SamSam ransomware-operator'],
    ['The retailer recovered from the SamSam attack within days.', 'SamSam perpetrator'],
    ['Data was stolen from the retailer by hackers from the Qilin group.', 'Qilin perpetrator'],
    ["A forum user going by the name 'Wickerhen' offered the data of the retailer for sale.", 'Wickerhen claimant'],
    ["A threat actor named 'wickerhen,' is selling the data. Another actor named Wickerhen leaked it.", 'wickerhen'],
    ['The attack was claimed by Nightjar Crew, a little-known ransomware gang.', 'Nightjar Crew claimant'],
  ])('%s', (text, expected) => expect(actors(text).join()).toContain(expected));

  test('the gang that claims was named a sentence before', () => {
    const text =
      'The LockBit gang has been named in connection with shops. The gang claims to have stolen 40GB of files.';
    expect(actors(text)).toContain('LockBit claimant');
  });

  test('the kin of a gang have no part', () => {
    expect(actors('The Qilin gang, which has ties to Evil Corp, claimed the attack.')).toEqual(['Qilin claimant']);
  });

  test('of two gangs in one claim both claim, whatever else the sentence calls unrelated', () => {
    const text = 'The Clop and Akira groups are claiming responsibility for two unrelated break-ins at the retailer.';
    expect(actors(text).toSorted()).toEqual(['Akira claimant', 'Clop claimant']);
  });
});

describe('an actor named on the way', () => {
  test('whose way of working is described did nothing here', () => {
    expect(actors('Hacking a newsletter account is a technique used by LockBit, an expert said.')).toEqual([]);
  });

  test('that sells the loot claims it, and is not cleared of a raid on another', () => {
    expect(actors('The data is listed on a dark web portal called Marketo.')).toEqual(['Marketo claimant']);
    expect(actors('The data listed on Marketo was not connected to a raid on its network, a rival said.')).toEqual([]);
  });
});
