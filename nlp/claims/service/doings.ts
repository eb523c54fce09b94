import type { Service } from '#domain/vocabulary.ts';
import type { Noun } from './nouns.ts';
import { setOf, type Word } from './words.ts';

interface Doing {
  readonly service: Service;
  readonly verbs: string;
  /** What is done to: one of these must follow closely. Absent: the verb alone says enough. */
  readonly objects?: string;
  readonly whenDown?: 'degraded';
}

/** What people do with a service, or a shop offers: "place orders", "pay by card". */
const DOINGS: readonly Doing[] = [
  { service: 'returns', verbs: 'process accept make handle take', objects: 'returns refunds' },
  {
    service: 'returns',
    verbs: 'return exchange refund',
    objects: 'goods items products purchases item them clothes things',
  },
  { service: 'loyalty', verbs: 'earn redeem collect spend use', objects: 'points rewards' },
  { service: 'click-and-collect', verbs: 'collect pick', objects: 'order orders purchases' },
  {
    service: 'card-payments',
    verbs: 'take accept process use receive handle pay make',
    objects: 'card cards card-payments payment payments transactions credit debit visa mastercard amex',
  },
  {
    service: 'online-orders',
    verbs: 'place make complete submit take accept process receive handle',
    objects: 'order orders purchase purchases',
  },
  { service: 'online-orders', verbs: 'order shop buy purchase sell', objects: 'online website websites via' },
  {
    service: 'deliveries',
    verbs: 'send release distribute move',
    objects: 'goods products items orders parcels packages stock merchandise',
  },
  { service: 'deliveries', verbs: 'fulfil fulfill', objects: 'order orders purchase purchases' },
  { service: 'deliveries', verbs: 'ship dispatch despatch deliver' },
  { service: 'stores', verbs: 'serve', objects: 'customers shoppers' },
  { service: 'stores', verbs: 'fill refill', objects: 'prescriptions prescription' },
  { service: 'payroll', verbs: 'pay', objects: 'staff employees workers salaries wages' },
  { service: 'stock', verbs: 'restock replenish fill', objects: 'shelves' },
  { service: 'production', verbs: 'brew produce manufacture bottle' },
];

const inflected = (verb: string): readonly string[] => {
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb;
  return [verb, `${stem}${/^(?:ship|refil)$/.test(verb) ? (verb.at(-1) ?? '') : ''}ing`];
};

const ROWS = new Map<string, { readonly row: Doing; readonly objects: ReadonlySet<string> | undefined }[]>();
for (const row of DOINGS)
  for (const verb of row.verbs.split(' '))
    for (const form of inflected(verb))
      ROWS.set(form, [...(ROWS.get(form) ?? []), { row, objects: row.objects ? setOf(row.objects) : undefined }]);

/** Words of which one stands in every sentence that tells of such a doing. */
export const DOING_WORDS: readonly string[] = [...ROWS.keys()];

const BREAK = setOf('but while because as when if after before until so that which who and then than . ; :');
const REACH = 6;

/** The service that a doing names whose verb stands at `at`. */
export const doingAt = (words: readonly Word[], at: number): Noun | undefined => {
  for (const { row, objects } of ROWS.get(words[at]?.word ?? '') ?? []) {
    let to = objects ? 0 : at + 1;
    for (let i = at + 1; objects && i <= at + REACH && i < words.length; i++) {
      const word = words[i]?.word ?? '';
      if (BREAK.has(word)) break;
      if (objects.has(word)) {
        to = i + 1;
        break;
      }
    }
    if (to > 0)
      return {
        service: row.service,
        from: at,
        to,
        head: at,
        none: false,
        partial: false,
        bare: false,
        doing: true,
        ...(row.whenDown ? { whenDown: row.whenDown } : {}),
      };
  }
  return undefined;
};
