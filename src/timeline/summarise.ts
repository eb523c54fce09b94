import type { Claim, MoneyValue, PeopleValue } from '#domain/claim.ts';
import type { Qualifier, Speaker } from '#domain/vocabulary.ts';
import {
  ACTOR_ROLE_WORDS,
  ATTACK_WORDS,
  DATA_WORDS,
  DATE_EVENT_WORDS,
  LEAK_WORDS,
  LEGAL_WORDS,
  METRIC_WORDS,
  PLURAL_SERVICES,
  RESPONSE_WORDS,
  SERVICE_WORDS,
  SUBJECT_WORDS,
} from './words.ts';

const QUALIFIER_WORDS: Readonly<Record<Qualifier, string>> = {
  exact: '',
  about: 'about ',
  'at-least': 'at least ',
  'up-to': 'up to ',
};

/** Who is heard, at the end of a sentence: "according to Marks & Spencer". */
const according = (by: Speaker, victim: string, speaker: string | undefined): string => {
  const words: Readonly<Record<Speaker, string>> = {
    victim: `according to ${victim}`,
    attacker: 'according to the attackers',
    authority: 'according to the authorities',
    expert: 'according to experts',
    media: 'according to press reports',
    supplier: 'according to a supplier',
  };
  return speaker === undefined || speaker === victim ? words[by] : `${words[by]} (${speaker})`;
};

const UNITS = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
] as const;

const plain = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 2 });

/** "6.5 million", "6,512,345": shortened only where no digit is lost, as nobody said the rounded figure. */
const number = (value: number): string => {
  for (const [size, word] of UNITS) {
    if (Math.abs(value) < size) continue;
    const scaled = Number((value / size).toPrecision(12));
    const short = Number(scaled.toFixed(3));
    return scaled === short ? `${short.toLocaleString('en-GB', { maximumFractionDigits: 3 })} ${word}` : plain(value);
  }
  return plain(value);
};

const moneyFigure = (value: MoneyValue): string => {
  const unit = value.percent === undefined ? `${value.currency ?? ''} ` : '';
  const sign = value.percent === undefined ? '' : ' %';
  const figure = (n: number): string => `${unit}${number(Math.abs(n))}${sign}`.trim();
  if (value.min !== undefined && value.max !== undefined) return `${figure(value.min)} to ${figure(value.max)}`;
  if (value.min !== undefined) return `at least ${figure(value.min)}`;
  const amount = value.percent ?? value.amount ?? value.max ?? 0;
  return `${QUALIFIER_WORDS[value.qualifier]}${figure(amount)}`;
};

const moneySentence = (value: MoneyValue): string => {
  const amount = value.percent ?? value.amount ?? value.max ?? value.min ?? 0;
  const falls = ['market-value', 'share-price', 'profit', 'sales'].includes(value.metric);
  const per = value.per === undefined ? '' : ` a ${value.per}`;
  if (!falls) return `${METRIC_WORDS[value.metric]}: ${moneyFigure(value)}${per}`;
  return `${METRIC_WORDS[value.metric]} ${amount < 0 ? 'down' : 'up'} by ${moneyFigure(value)}${per}`;
};

const peopleSentence = (value: PeopleValue, hedged: boolean): string => {
  const figure = `${QUALIFIER_WORDS[value.qualifier]}${number(value.count)}`;
  const who = value.subject === 'other' ? 'people' : SUBJECT_WORDS[value.subject];
  const sentence =
    value.sense === 'affected'
      ? `${figure} ${who} ${hedged ? 'may be' : 'are'} affected`
      : `${figure} ${who} in all, not said to be affected`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
};

const SERVICE_STATES: Readonly<Record<string, string>> = {
  suspended: 'suspended',
  degraded: 'disrupted',
  restored: 'restored',
  unaffected: 'unaffected',
};

const body = (claim: Claim): string => {
  const hedged = claim.certainty === 'possible';
  switch (claim.kind) {
    case 'attack':
      return hedged ? `Possibly ${ATTACK_WORDS[claim.value.type]}` : upper(ATTACK_WORDS[claim.value.type]);
    case 'actor':
      return `${claim.value.name} ${hedged ? `possibly ${ACTOR_ROLE_WORDS[claim.value.role]}` : ACTOR_ROLE_WORDS[claim.value.role]}`;
    case 'data': {
      const what = upper(`${DATA_WORDS[claim.value.type]} of ${SUBJECT_WORDS[claim.value.subject]}`);
      if (claim.value.polarity === 'not-taken')
        return hedged ? `${what}: no evidence that they were taken` : `${what} were not taken`;
      return hedged ? `${what} may have been taken` : `${what} were taken`;
    }
    case 'people':
      return peopleSentence(claim.value, hedged);
    case 'service': {
      const verb = PLURAL_SERVICES.has(claim.value.service) ? 'were' : 'was';
      return `${SERVICE_WORDS[claim.value.service]} ${hedged ? 'may have been' : verb} ${SERVICE_STATES[claim.value.state]}`;
    }
    case 'money':
      return `${moneySentence(claim.value)}${hedged ? ' (possibly)' : ''}`;
    case 'response':
      return RESPONSE_WORDS[claim.value.action];
    case 'leak':
      return LEAK_WORDS[claim.value.state];
    case 'legal':
      return LEGAL_WORDS[claim.value.action];
    case 'date':
      return DATE_EVENT_WORDS[claim.value.what];
  }
};

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * One sentence for a claim, with its speaker in it: "Passwords of customers were not taken, according to M&S."
 *
 * @param victim usual name of the retailer
 * @param joint names of the other parties of a joint statement: such a figure is never told as one firm's
 */
export const summarise = (claim: Claim, victim: string, joint: readonly string[] = []): string => {
  const together = joint.length === 0 ? '' : ` (jointly with ${joint.join(', ')})`;
  const said = according(claim.by, victim, claim.speaker);
  if (claim.certainty === 'denied') return `Denied: ${body(claim)}${together}, ${said}.`;
  return `${body(claim)}${together}, ${said}.`;
};

/** The figure of a value in words, "about 6.5 million", "GBP 270 million to GBP 440 million"; undefined where it has none. */
export const figureWords = (value: Claim['value']): string | undefined => {
  if ('count' in value) return `${QUALIFIER_WORDS[value.qualifier]}${number(value.count)}`;
  return 'metric' in value ? moneyFigure(value) : undefined;
};
