import { describe, expect, test } from 'vitest';
import { dateClaims } from '../../nlp/claims/date.ts';
import { readingOf } from './support/reading.ts';

/** Published on Thursday 22 May 2025. */
const told = (text: string): string[] =>
  dateClaims(readingOf(text)).map(({ value, date }) => `${value.what} ${date.edtf}`);

describe('what happened when', () => {
  test.each([
    ['“On April 23, 2025, we discovered unusual activity,” it said.', ['discovered 2025-04-23']],
    ['Hartwell became aware of it on 7 May.', ['discovered 2025-05-07']],
    ['Its staff discovered the data breach on 3 May.', ['discovered 2025-05-03']],
    ['Hackers gained access to the network on 2 February.', ['intrusion 2025-02-02']],
    ['The chain was attacked on 17 April.', ['attack 2025-04-17']],
    ['It is recovering from an April ransomware attack.', ['attack 2025-04']],
    ['On Wednesday, Hartwell disclosed a cyber incident.', ['disclosed 2025-05-21']],
    ['Hartwell revealed a data breach last week.', ['disclosed 2025-05-15~']],
    ['The gang claims to have stolen the data in March.', ['intrusion 2025-03']],
    ['The chain said on Monday that it was hit by an attack.', ['disclosed 2025-05-19']],
    ['An intruder copied the files starting on or around 3 March.', ['intrusion 2025-03-03']],
    ['Last month, Hartwell confirmed that customer data had been stolen.', ['data-theft-confirmed 2025-04']],
    ['The gang claimed responsibility on 2 May.', ['claimed 2025-05-02']],
    ['The site has been offline since Monday.', ['service-suspended 2025-05-19']],
    ['Online orders resumed on 20 May.', ['service-restored 2025-05-20']],
    ['Police arrested two men on 10 May in connection with the attack.', ['arrest 2025-05-10']],
    ['Annual results published on Wednesday show a loss.', ['results 2025-05-21']],
    ['It expects disruption to last until July.', ['expected-recovery 2025-07']],
    ['He is held over the 2018 hack.', ['intrusion 2018']],
    ['In a Monday filing, Hartwell spoke of an intruder.', ['disclosed 2025-05-19']],
    ['The hack happened on 17 April.', ['attack 2025-04-17']],
    ['Deliveries are set to resume in a few days.', ['expected-recovery 2025-05-25~']],
    ['It was not aware of any theft then, but on 2 May the gang claimed responsibility.', ['claimed 2025-05-02']],
    ['The breach notification filed with two regulators on 7 May speaks of cards.', ['disclosed 2025-05-07']],
    ['Thieves hit the Columbus shoe chain Hartwell on 17 April.', ['attack 2025-04-17']],
    ['The first signs of trouble at its tills appeared on 17 April.', ['attack 2025-04-17']],
    ['The supplier alerted Hartwell to suspicious activity on 7 May.', ['discovered 2025-05-07']],
    ['We notified Hartwell of the breach on 7 May.', ['discovered 2025-05-07']],
    ['Hartwell alerted its customers to the breach on 7 May.', ['disclosed 2025-05-07']],
    ['On 7 May we learned that your personal information may have been involved.', ['data-theft-confirmed 2025-05-07']],
    ['It was hit by an attack that took down its tills in March.', ['attack 2025-03']],
    ['The attack unfolded in the final week of 2024.', ['attack 2024-12-28~']],
    ['The gang listed the chain on its leak site on 2 May.', ['claimed 2025-05-02']],
    [
      'In a statement that on 9 April it stopped the intruders, it spoke of an attack that began on 8 April.',
      ['attack 2025-04-08'],
    ],
    ['Between 3 April and 9 April somebody copied the files.', ['intrusion 2025-04-03']],
    ['Thieves had access to the tills from 3 March until 9 March.', ['intrusion 2025-03-03']],
    ['The chain wrote to customers on Tuesday about the breach.', ['disclosed 2025-05-20']],
    ['Hartwell told shareholders on Monday that an attack had hit its tills.', ['disclosed 2025-05-19']],
    ['Last week a researcher spotted a forum post that offers its data.', ['claimed 2025-05-15~']],
    ['On May 14 the gang added the chain to its leak site.', ['claimed 2025-05-14']],
    ['He is due for sentencing in August 2025 over the hack.', ['court 2025-08']],
    ['The website was restored by Monday.', ['service-restored 2025-05-19']],
    ['By Monday, its website was restored.', ['service-restored 2025-05-19']],
    ['The gang claimed responsibility for the attack on 2 May.', ['claimed 2025-05-02']],
    ['Its staff discovered unauthorised access to the tills on 3 May.', ['discovered 2025-05-03']],
    ['Hartwell said on 20 May it was alerted to a breach of its systems.', ['disclosed 2025-05-20']],
    ['The breach was discovered by Hartwell on 3 May.', ['discovered 2025-05-03']],
    ['The retailer fell prey to intruders on 17 April.', ['attack 2025-04-17']],
    ['Hartwell experienced a ransomware incident on 17 April.', ['attack 2025-04-17']],
    ['It wrote about an incident that occurred on 17 April.', ['attack 2025-04-17']],
    ['On 17 April an employee accessed the records of its customers.', ['intrusion 2025-04-17']],
    ['The records were exposed since at least 3 March, it said.', ['intrusion 2025-03-03']],
    ['The company issued a brief statement on Tuesday.', ['disclosed 2025-05-20']],
    ['According to a letter sent on 20 May, intruders took the data.', ['disclosed 2025-05-20']],
    ['Prosecutors filed an indictment on 12 May over the hack.', ['court 2025-05-12']],
    ['Hartwell is still counting by hand two weeks after a ransomware attack.', ['attack 2025-05-08~']],
    ['It is not expected to be resolved before the end of the year.', ['expected-recovery 2025-12-31~']],
    ['The shops cannot open before the end of the month.', ['expected-recovery 2025-05-31~']],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected));

  test('is told by its most precise date', () => {
    expect(told('The chain was attacked in April. It was attacked on 17 April.')).toEqual(['attack 2025-04-17']);
  });
});

test('the first public word is the earliest', () => {
  expect(told('Hartwell disclosed the breach on 3 May. It announced on 9 May that the attack goes on.')).toEqual([
    'disclosed 2025-05-03',
  ]);
});

describe('a date of nothing that happened to the victim', () => {
  test.each([
    ['The gang launched in December 2023 and attacked many.'],
    ['Google warned last week that attacks go on.'],
    ['Two people were arrested in March.'],
    ['The gang is known for a March attack on a US farm.'],
    ['Crystal Vale, based in Ohio, was attacked two days before, on 17 April.'],
    ['Larkmoor Energy suffered a cyberattack on 17 April.'],
    ['The bug was discovered by researchers on 3 May.'],
    ['The offer is redeemable until 31 October.'],
    ['Sales grew in the first quarter, before the attack.'],
    ['It was not attacked on 17 April.'],
    ['The gang was blamed for an attack on Northgate Pipeline in April.'],
    ['The Larkspur ransomware was first spotted in March and hits many.'],
    ['The judge said on Monday that the attack was grave.'],
    ['The thieves hacked the networks of eight companies between 3 April and 9 April.'],
    ['Last week, the gang is one of many known for running a leak site.'],
    ['Some 45 percent of ransomware attacks in 2024 targeted shops.'],
    ['A survey made in 2024 revealed that attacks are common.'],
    ['Records of all who worked for the chain between 3 April 2011 and 9 April 2021 were copied.'],
    ['Card data of people who shopped between 2013 and 2014 were stolen.'],
    ['Orders placed between 3 April and 9 April were accessed.'],
    ['The attorney general announced on Tuesday a settlement over the breach.'],
    ['Shoppers learned on 3 May that their data was copied.'],
  ])('in: %s', text => expect(told(text)).toEqual([]));
});

test('a date of saying or of what is to come is not that of a service named beside it', () => {
  const of = (text: string): string[] => told(text).filter(one => one.startsWith('service'));
  expect(of('Online orders are paused, the chain confirmed on 19 May of the attack.')).toEqual([]);
  expect(of('The website was taken offline on 19 May.')).toEqual(['service-suspended 2025-05-19']);
});

test('the quote holds the words of the date', () => {
  for (const text of [
    'Online orders were paused, the chain said, on 19 May.',
    'Hartwell disclosed a breach on 19 May.',
  ]) {
    for (const { quote } of dateClaims(readingOf(text))) expect(quote).toContain('19 May');
    expect(dateClaims(readingOf(text))).not.toEqual([]);
  }
});
