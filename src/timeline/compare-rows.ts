import type {
  ActorValue,
  AttackValue,
  DataValue,
  LeakValue,
  LegalValue,
  MoneyValue,
  PeopleValue,
  ResponseValue,
} from '#domain/claim.ts';
import type { Timeline, TimelineEvent } from '#domain/timeline.ts';
import { type ClaimKind, MONEY_METRICS, type Polarity } from '#domain/vocabulary.ts';
import { type CellValue, type CompareCell, cellOf, valueFrom } from './compare-cell.ts';
import { confirmationOf, firstReportOf, outagesOf, recoveryOf } from './compare-days.ts';
import {
  ACTOR_ROLE_WORDS,
  ATTACK_WORDS,
  DATA_WORDS,
  LEAK_WORDS,
  LEGAL_WORDS,
  METRIC_WORDS,
  RESPONSE_WORDS,
  SUBJECT_WORDS,
} from './words.ts';

const FIXED_ATTRIBUTES = [
  'firstKnown',
  'attackTypes',
  'actors',
  'dataTaken',
  'dataNotTaken',
  'dataNotMentioned',
  'leak',
  'people',
  'outages',
  'services',
] as const;
const LAST_ATTRIBUTES = ['responses', 'legal', 'daysToConfirmation', 'daysToRecovery'] as const;
/** Stable names of the rows, in their order. Money has one row per metric. */
export const COMPARED_ATTRIBUTES = [
  ...FIXED_ATTRIBUTES,
  ...MONEY_METRICS.map(metric => `money.${metric}` as const),
  ...LAST_ATTRIBUTES,
] as const;
export type ComparedAttribute = (typeof COMPARED_ATTRIBUTES)[number];

/** One attribute of all incidents. */
export interface CompareRow {
  readonly attribute: ComparedAttribute;
  readonly label: string;
  /** One per incident, in their order. */
  readonly cells: readonly CompareCell[];
}

type Words = (event: TimelineEvent) => string | undefined;
type Row = (timelines: readonly Timeline[]) => readonly CompareCell[];

/** A row of the events of one kind; `words` gives the text of each, or leaves it out. */
const eventRow =
  (kind: ClaimKind, words: Words): Row =>
  timelines =>
    timelines.map(({ incident, events }) =>
      cellOf(
        incident.id,
        events.flatMap(event => {
          const text = event.kind === kind ? words(event) : undefined;
          return text === undefined ? [] : [valueFrom(text, [event])];
        }),
      ),
    );

/** "payment card data of employees": customers go without saying. */
const dataWords = ({ type, subject }: DataValue): string =>
  subject === 'customer' ? DATA_WORDS[type] : `${DATA_WORDS[type]} of ${SUBJECT_WORDS[subject]}`;

const dataRow = (polarity: Polarity): Row =>
  eventRow('data', ({ value }) => {
    const data = value as DataValue;
    return data.polarity === polarity ? dataWords(data) : undefined;
  });

const dataTypes = ({ events }: Timeline): ReadonlySet<DataValue['type']> =>
  new Set(events.flatMap(({ kind, value }) => (kind === 'data' ? [(value as DataValue).type] : [])));

/** Kinds of data of which another of the incidents tells something, and this one nothing at all. */
const notMentioned: Row = timelines => {
  const all = new Set(timelines.flatMap(timeline => [...dataTypes(timeline)]));
  return timelines.map(timeline => {
    const own = dataTypes(timeline);
    const absent = [...all].filter(type => !own.has(type)).map(type => DATA_WORDS[type]);
    return cellOf(timeline.incident.id, [], absent.toSorted().join('; '));
  });
};

const moneyRow = (metric: MoneyValue['metric']): Row =>
  eventRow('money', ({ value, summary }) => ((value as MoneyValue).metric === metric ? summary : undefined));

const dayRow =
  (values: (timeline: Timeline) => readonly CellValue[]): Row =>
  timelines =>
    timelines.map(timeline => cellOf(timeline.incident.id, values(timeline)));

/** What each attribute is called, and how its row is made. */
const ROWS: Readonly<Record<(typeof FIXED_ATTRIBUTES)[number] | (typeof LAST_ATTRIBUTES)[number], [string, Row]>> = {
  firstKnown: ['First reported', dayRow(firstReportOf)],
  attackTypes: ['Kind of attack', eventRow('attack', ({ value }) => ATTACK_WORDS[(value as AttackValue).type])],
  actors: [
    'Who is said to be behind it',
    eventRow('actor', ({ value }) => {
      const { name, role } = value as ActorValue;
      return `${name}, who ${ACTOR_ROLE_WORDS[role]}`;
    }),
  ],
  dataTaken: ['Data said to be taken', dataRow('taken')],
  dataNotTaken: ['Data said not to be taken', dataRow('not-taken')],
  dataNotMentioned: ['Data not mentioned', notMentioned],
  leak: ['What became of the data', eventRow('leak', ({ value }) => LEAK_WORDS[(value as LeakValue).state])],
  people: [
    'People affected',
    eventRow('people', ({ value, summary }) => ((value as PeopleValue).sense === 'affected' ? summary : undefined)),
  ],
  outages: ['Days of outage', dayRow(outagesOf)],
  services: ['Services', eventRow('service', ({ summary }) => summary)],
  responses: ['Response', eventRow('response', ({ value }) => RESPONSE_WORDS[(value as ResponseValue).action])],
  legal: ['Law', eventRow('legal', ({ value }) => LEGAL_WORDS[(value as LegalValue).action])],
  daysToConfirmation: ['Days from first report to confirmation', dayRow(confirmationOf)],
  daysToRecovery: ['Days from first report to recovery', dayRow(recoveryOf)],
};

const labelled = (attribute: ComparedAttribute): [string, Row] => {
  const metric = MONEY_METRICS.find(one => attribute === `money.${one}`);
  return metric === undefined ? ROWS[attribute as keyof typeof ROWS] : [METRIC_WORDS[metric], moneyRow(metric)];
};

/** All rows, those of money without any report left out: eleven empty rows tell nobody anything. */
export const rowsOf = (timelines: readonly Timeline[]): readonly CompareRow[] =>
  COMPARED_ATTRIBUTES.flatMap(attribute => {
    const [label, row] = labelled(attribute);
    const cells = row(timelines);
    const bare = attribute.startsWith('money.') && cells.every(({ values }) => values.length === 0);
    return bare ? [] : [{ attribute, label, cells }];
  });
