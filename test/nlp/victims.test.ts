import { describe, expect, test } from 'vitest';
import { analyse } from '#nlp';

const incidentsOf = (title: string, text: string, publishedAt = '2031-05-14') =>
  analyse({ title, text, publishedAt }).incidents.map(({ victim, role, known }) => `${victim} ${role} ${known}`);
const victimsOf = (title: string, text: string) =>
  analyse({ title, text, publishedAt: '2031-05-14' }).incidents.map(({ victim }) => victim);

describe('who is a victim', () => {
  test.each([
    ['Harrods hit by cyberattack', 'The department store Harrods was hit by a cyberattack on Monday.', 'harrods'],
    ['Hackers steal data from Tesco', 'Intruders stole the data of customers from Tesco last week.', 'tesco'],
    ['Attack on Asda', 'The ransomware attack on Asda closed its web shop.', 'asda'],
    ['Dior discloses data breach', 'Dior has disclosed a data breach to its customers.', 'dior'],
    ['Co-op customers’ details taken', 'Details of Co-op members were stolen by hackers.', 'co-op'],
    [
      'M&S profits fall after cyber attack',
      'M&S said that profits fell after the cyber attack in April.',
      'marks-and-spencer',
    ],
    ['Adidas - 1,234,567 breached accounts', 'A list of e-mail addresses.', 'adidas'],
  ])('%s', (title, text, victim) => {
    expect(victimsOf(title, text)).toEqual([victim]);
  });

  test('bystanders, competitors and those who only speak are none', () => {
    const text =
      'Harrods was hit by a cyberattack on Monday. Shoppers went to rivals such as Selfridges instead. ' +
      'A former manager of Tesco said that shops should prepare. The security firm CrowdStrike helps.';
    expect(victimsOf('Harrods hit by cyberattack', text)).toEqual(['harrods']);
  });

  test('a brand used as bait is none', () => {
    const text = 'Criminals impersonate Tesco in phishing emails that promise a gift card. Do not click.';
    expect(analyse({ title: 'Fake Tesco vouchers spread', text, publishedAt: '2031-05-14' })).toMatchObject({
      relevant: false,
      incidents: [],
      claims: [],
    });
  });

  test('a weakness that researchers found, with no abuse told, is not relevant', () => {
    const text =
      'A white-hat hacker discovered flaws in the staff portal of Tesco that could allow an attacker to order for free. ' +
      'The bug was reported in June and patched the same day.';
    expect(analyse({ title: 'Flaws found in Tesco portal', text }).relevant).toBe(false);
  });

  test('a bank, an airline or a software maker is no victim in the sense of this room', () => {
    expect(victimsOf('Qantas hit by cyberattack', 'The airline Qantas was hit by a cyberattack.')).toEqual([]);
  });

  test('a holding that only owns the shop is none', () => {
    const text = 'Louis Vuitton, owned by LVMH, was hit by a data breach. LVMH had no comment on the breach.';
    expect(victimsOf('Louis Vuitton hit by data breach', text)).toEqual(['louis-vuitton']);
  });

  test('a supplier is one where shops were hit through it', () => {
    const text =
      'The supply chain vendor Blue Yonder was hit by ransomware. Its customers, among them UK supermarkets, struggled to fill shelves.';
    expect(victimsOf('Blue Yonder hit by ransomware', text)).toEqual(['blue-yonder']);
    expect(victimsOf('Blue Yonder hit by ransomware', 'The vendor Blue Yonder was hit by ransomware.')).toEqual([]);
  });

  test('a retailer that no list has is known by what the text says of it', () => {
    const text =
      'The Ohio-based clothing chain Quillmark & Daughters has confirmed a data breach. Quillmark & Daughters runs 40 shops.';
    expect(victimsOf('Clothing chain loses data', text)).toEqual(['quillmark-and-daughters']);
    expect(victimsOf('Breach', 'Tannenhoff, which operates 300 stores, was hit by a ransomware attack.')).toEqual([
      'tannenhoff',
    ]);
  });

  test('the headline’s subject is one where the article calls it a shop', () => {
    const shop =
      'Ferncastle has confirmed a cyber attack. Ferncastle closed its tills, and the retailer is sorry for the trouble.';
    expect(victimsOf('Ferncastle hit by cyber attack', shop)).toEqual(['ferncastle']);
    const bank = 'Ferncastle has confirmed a cyber attack. Ferncastle closed its counters, and the bank is sorry.';
    expect(victimsOf('Ferncastle hit by cyber attack', bank)).toEqual([]);
  });

  test('shops without names make an article relevant, without incidents', () => {
    const text =
      'Hundreds of online stores were hacked to steal payment cards. The online shops were infected with a card skimmer.';
    expect(analyse({ title: 'Hundreds of online stores hacked', text })).toMatchObject({
      relevant: true,
      incidents: [],
    });
  });
});

describe('roles', () => {
  test('the headline’s victim is main; those told in passing are mentions; those with facts are secondary', () => {
    const text =
      'Harrods confirmed that it was hit by a cyberattack, following incidents at Tesco.\n\n' +
      'Last week, Asda confirmed that hackers had stolen names of its customers.';
    expect(incidentsOf('Harrods hit by cyberattack', text).map(line => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'harrods main',
      'tesco mention',
      'asda secondary',
    ]);
  });
});

describe('when an incident became known', () => {
  test('news of a fresh one: the month of publication', () => {
    expect(incidentsOf('Harrods discloses data breach', 'Harrods disclosed a data breach today.')).toEqual([
      'harrods main 2031-05',
    ]);
  });

  test('an article that looks back: the month of the attack, or the year if only that is told', () => {
    const dated = 'Harrods said profits halved after the cyberattack, which struck in February.';
    expect(incidentsOf('Harrods profits halve after cyberattack', dated)).toEqual(['harrods main 2031-02']);
    const vague = 'Harrods said profits halved after the cyberattack.';
    expect(incidentsOf('Harrods profits halve after cyberattack', vague)).toEqual(['harrods main 2031']);
  });

  test('an older incident at the same victim is one of its own', () => {
    const text =
      'Harrods has disclosed a data breach in which names of customers were stolen.\n\n' +
      'In June 2028, Harrods disclosed another breach after hackers stole passwords of shoppers.';
    expect(incidentsOf('Harrods discloses data breach', text)).toEqual([
      'harrods main 2031-05',
      'harrods secondary 2028-06',
    ]);
  });
});

describe('a supplier that no list has', () => {
  const told =
    'Payroll provider Quillstaff has suffered a ransomware attack. Quillstaff shut its servers down on Monday. ';

  test('is the victim where shops are named as its customers', () => {
    expect(
      victimsOf(
        'Major payroll provider goes down',
        `${told}Its customers including Asda are affected, and Quillstaff said that stores rely on it.`,
      ),
    ).toContain('quillstaff');
  });

  test('is no story of shops where none is named', () => {
    expect(
      victimsOf(
        'Major payroll provider goes down',
        `${told}Its customers including hospitals are affected, and Quillstaff said that stores rely on it.`,
      ),
    ).toEqual([]);
  });
});

describe('names that only look like a shop’s', () => {
  test('an official at the retailer, a gang, and a people are none', () => {
    expect(
      victimsOf(
        'Asda confirms data breach',
        'Asda has confirmed a data breach. Dana Quillfeather, the retailer’s head of stores, said that hackers stole data of customers.',
      ),
    ).toEqual(['asda']);
    expect(
      victimsOf(
        'New Nightjar ransomware group hits shops',
        'The Nightjar ransomware group has posted data stolen from Asda. Nightjar claims to have hit Asda in May.',
      ),
    ).toEqual(['asda']);
  });

  test('a shop that a sentence calls by its trade is found however many sentences were read before', () => {
    const read = () =>
      victimsOf(
        'Data of customers stolen',
        'Online pharmacy Pillworth was hit by hackers. The attackers stole data from Pillworth.',
      );
    const first = read();
    for (let i = 0; i < 50; i++) read();
    expect(first).toEqual(['pillworth']);
    expect(read()).toEqual(first);
  });
});
