import { describe, expect, test } from 'vitest';
import { leakClaims } from '../../nlp/claims/leak.ts';
import { readingOf } from './support/reading.ts';

const states = (text: string): string[] => leakClaims(readingOf(text)).map(({ value }) => value.state);

describe('the fate of the loot', () => {
  test.each([
    ['The gang published the stolen files on its leak site.', ['published']],
    ['The stolen data was posted online on Monday.', ['published']],
    ['The data has not been leaked online.', ['not-published']],
    ['There is no evidence that the data has been shared.', ['not-published']],
    ['The darknet site has not posted any leaked Hartwell data.', ['not-published']],
    ['A hacker offered the database for sale.', ['for-sale']],
    ['The gang published on its leak website what it called "proof" of the theft.', ['sample-shared']],
    ['They use a portal specialised in the selling of stolen data.', []],
    ['The gang has put on its leak site what it calls proof of the theft.', ['sample-shared']],
    ['The gang threatened to publish the data.', ['threatened']],
    ['The hackers are threatening to leak the files unless they are paid.', ['threatened']],
    ['The hackers shared samples of the stolen data with reporters.', ['sample-shared']],
    ['Samples of the stolen files have been published.', ['sample-shared']],
    ['They wrote to staff, threatening to disclose the data.', ['threatened']],
    ['Hartwell denies a theft after hackers threatened to leak the files.', ['threatened']],
    ['They want $2m in exchange for not releasing the data.', ['threatened']],
    ['The gang has published what it says are payroll files.', ['published']],
    ['No files have been publicly leaked.', ['not-published']],
    ['Since the firm would not pay, the gang published some of the stolen files.', ['published']],
    ['The stolen data is available for download on the leak site.', ['published']],
    ['The gang has leaked 60 GB of stolen data.', ['published']],
    ['A cache of 10,200 records was briefly published on a criminal forum.', ['published']],
    ['A thief offered a database of customers on a cybercrime forum.', ['for-sale']],
    ['The group gave it 48 hours before the files would be published.', ['threatened']],
    ['They made an account that would be used to leak data.', ['threatened']],
    ['As proof of the theft, the hackers published 29 images.', ['sample-shared']],
    ['The gang has now leaked 40GB of files.', ['published']],
    ['The hackers began publishing the stolen files on Friday.', ['published']],
    ['Customer records have surfaced on the dark web.', ['published']],
    ['Credentials of 20,000 users were posted on a hacking forum.', ['published']],
    ['The documents are being sold for $200,000 on a forum.', ['for-sale']],
    ['The threat actors are trying to sell the database.', ['for-sale']],
    ['The attackers threaten to make the files public if they are not paid.', ['threatened']],
    ['The gang plans to release the documents next week.', ['threatened']],
    ['They demanded a payment to prevent the release of the stolen data.', ['threatened']],
    ['The gang gave the company five days before leaking more data.', ['threatened']],
    ['The group posted screenshots of internal systems on Telegram.', ['sample-shared']],
    ['The gang published screenshots of the stolen data.', ['sample-shared']],
    ['The gang has not leaked any of the data.', ['not-published']],
    ['The gang has yet to publish any stolen files.', ['not-published']],
  ])('%s', (text, expected) => expect([...new Set(states(text))]).toEqual(expected));

  test.each([
    'Gangs of this kind threaten to publish data if no ransom is paid.',
    'The company published its results and released sales data.',
    'The chain is selling its data centre.',
    'An error leaked the data of shoppers to Google.',
    'Hartwell published a statement on its website.',
    'Hartwell has not shared any further details.',
    'A threat actor dumped the memory of a server.',
    'It is unclear whether the data has been published online.',
    'Researchers searched the leaked data on the forum.',
    'It is a double extortion gang, stealing files and threatening to leak the data.',
    'A researcher shared a sample of the new malware.',
    'Samples of that data were not kept.',
    'The gang published the company on its data leak site.',
    'It was confirmed that some design data has been leaked.',
  ])('is not told by: %s', text => expect(states(text)).toEqual([]));
});
