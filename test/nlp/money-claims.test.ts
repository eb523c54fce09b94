import { describe, expect, test } from 'vitest';
import { moneyClaims } from '../../nlp/claims/money.ts';
import { readingOf } from './support/reading.ts';

const told = (text: string): string[] =>
  moneyClaims(readingOf(text)).map(
    ({ value: { metric, amount, min, max, percent, currency = '%', per } }) =>
      `${metric} ${amount ?? percent ?? `${min}..${max}`} ${currency}${per ? ` a ${per}` : ''}`,
  );

describe('a sum that an incident cost, took or brought', () => {
  test.each([
    ['Its market value has fallen by about £ 1 billion since the attack.', ['market-value -1000000000 GBP']],
    ['Almost £700m was wiped off the value of the chain.', ['market-value -700000000 GBP']],
    ['Shares fell 11% on the news.', ['share-price -11 %']],
    ['Shares rose 3% as orders resumed.', ['share-price 3 %']],
    ['It expects a £30m hit to its operating profit.', ['profit -30000000 GBP']],
    ['The attack reduced profit for the year by €12m.', ['profit -12000000 EUR']],
    ['Hartwell slumped to a pre-tax loss of £32m.', ['profit -32000000 GBP']],
    ['It loses £15m a week in lost sales.', ['sales -15000000 GBP a week']],
    ['The hack cost it £206m in lost revenue.', ['sales -206000000 GBP']],
    ['Lost sales of 1.69 trillion won were booked.', ['sales -1690000000000 KRW']],
    ['The cyber attack has cost the chain $10 million.', ['cost 10000000 USD']],
    ['The cost of the attack could be between £270m and £440m.', ['cost 270000000..440000000 GBP']],
    ['It could claim up to £100m on its cyber insurance, but its insurers pay £80m.', ['insurance 80000000 GBP']],
    ['The hackers demanded a ransom of $5m.', ['ransom-demand 5000000 USD']],
    ['It paid the gang $2m in bitcoin.', ['ransom-payment 2000000 USD']],
    ['The regulator fined it £16.4m.', ['fine 16400000 GBP']],
    ['Hartwell settled the class action for $45m.', ['settlement 45000000 USD']],
    ['Hartwell agreed to pay at least $7.5 million to compensate shoppers.', ['settlement 7500000 USD']],
    ['Hartwell will set up a $3 million fund to reimburse members.', ['compensation 3000000 USD']],
    ['It will spend $2 million on two years of credit monitoring.', ['compensation 2000000 USD']],
    ["The lawyers' fees could top $4m.", ['cost 4000000 USD']],
    ['The gang demanded more, but Hartwell settled for $70,000.', ['ransom-payment 70000 USD']],
    ['Criminals are asking for RM26.4 million in ransom.', ['ransom-demand 26400000 MYR']],
    ['Its insurers bear 900,000 francs of the damage.', ['insurance 900000 CHF']],
    [
      'The breach will bring expenses likely to be within the range of $18 million to $40 million.',
      ['cost 18000000..40000000 USD'],
    ],
    ['It spent $3m on the clean-up.', ['cost 3000000 USD']],
    ['It asked for two bitcoin, or $90,000, to end the attack.', ['ransom-demand 90000 USD']],
    ['The gang is demanding 60 bitcoins (roughly $3 million at the time).', ['ransom-demand 3000000 USD']],
    ['The note demands a ransom of four bitcoin, which amounted to $36,000 then.', ['ransom-demand 36000 USD']],
    ['The hackers asked $2.4 million from Hartwell.', ['ransom-demand 2400000 USD']],
    ['The gang demanded a $30 million ransom, one of the highest so far.', ['ransom-demand 30000000 USD']],
    ['The attack cost Hartwell $17 500.', ['cost 17500 USD']],
    ['The regulator fined Hartwell, a chain of garden shops, £6m.', ['fine 6000000 GBP']],
    ['Hackers demand RM26m. They demand a ransom of RM26.42 million.', ['ransom-demand 26420000 MYR']],
    ['They would publish the files unless $2,000 was paid.', ['ransom-demand 2000 USD']],
    ['The chain lost $7m in costs of the recovery.', ['cost 7000000 USD']],
    ['The attack led to a 43% decline in wholesale volumes.', ['sales -43 %']],
    ['The chain lost $19m from the disruption.', ['cost 19000000 USD']],
    ['The loss before tax and exceptional items was £(48)m.', ['profit -48000000 GBP']],
    ['The attack may cost it £3m of operating profit.', ['profit -3000000 GBP']],
    ['Sales in the quarter fell by 3.1%.', ['sales -3.1 %']],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expect.arrayContaining(expected)));

  test('is told once where brackets convert it', () => {
    expect(told('It faces a profit hit of £300m ($402m). The $402m profit hit is large.')).toEqual([
      'profit -300000000 GBP',
    ]);
  });

  test('is possible where it is a forecast', () => {
    expect(moneyClaims(readingOf('It is likely to knock £30m off its profits.'))[0]?.certainty).toBe('possible');
    expect(moneyClaims(readingOf('The attack knocked £30m off its profits.'))[0]?.certainty).toBe('reported');
  });

  test('that several victims share names the others under each', () => {
    const claims = moneyClaims(readingOf('The attacks cost them £300m.', '2025-05-22', ['hartwell', 'lindley']));
    expect(claims.map(({ incident, sharedWith }) => [incident, sharedWith])).toEqual([
      [0, ['lindley']],
      [1, ['hartwell']],
    ]);
  });
});

describe('a sum that says nothing of the incident', () => {
  test.each([
    ['The chain has an annual revenue of $9.9 billion.'],
    ['It has a market value of £6bn.'],
    ['Sales rose to £5m.'],
    ['The start-up raised $32M.'],
    ['The average ransom demanded is $2m.'],
    ['A jumper costs £20.'],
    ['The regulator initially set the fine at £40m.'],
    ['It was one of several attacks; in an attack on a US farm the hackers demanded $9 million in ransom.'],
    ['The hacked files tell of $8 million in drug costs.'],
  ])('in: %s', text => expect(told(text)).toEqual([]));
});

test('quotes whole words of the sentence', () => {
  const text =
    'Analysts at the bank in the north said that the market value of the chain had fallen by around £1bn on Friday.';
  const [claim] = moneyClaims(readingOf(text));
  expect(text).toContain(claim!.quote);
  expect(` ${text} `).toMatch(new RegExp(`\\s${claim!.quote.replace(/[.£]/g, '.')}\\s`));
});
