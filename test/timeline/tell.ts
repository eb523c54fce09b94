import { claimTarget, type Decision } from '#domain/decision.ts';
import type { LocalIncidentRecord } from '#domain/incident.ts';
import type { Timeline, TimelineEvent } from '#domain/timeline.ts';
import { originalsOf } from '#incidents/independence.ts';
import { buildTimeline } from '#timeline/build.ts';
import type { ToldClaim } from '../support/story.ts';

const NAMES: Readonly<Record<string, string>> = { 'co-op': 'Co-op' };

/** The timeline of the records as one incident, without any linking. */
export const tell = (records: readonly LocalIncidentRecord[], decisions: readonly Decision[] = []): Timeline => {
  const [first] = records;
  const incident = {
    id: 'marks-and-spencer-2025-04',
    formerIds: [],
    victim: first?.victim ?? '',
    name: first?.name ?? '',
    known: '2025-04',
    links: records.map(record => ({
      local: record.id,
      articleId: record.article.articleId,
      role: record.role,
      score: 1,
      reasons: ['told'],
    })),
    members: records,
  };
  return buildTimeline(incident, { originals: originalsOf(records), nameOf: slug => NAMES[slug] ?? slug, decisions });
};

/** The event with this summary, or one that begins so. */
export const eventOf = ({ events }: Timeline, summary: string): TimelineEvent => {
  const found = events.filter(event => event.summary.startsWith(summary));
  if (found.length !== 1)
    throw new Error(`${found.length} events say "${summary}":\n${events.map(event => event.summary).join('\n')}`);
  return found[0]!;
};

/** A decision about the only claim of a record's article at this place. */
export const about = (record: LocalIncidentRecord, index = 0) => {
  const stored = record.claims[index]!;
  return claimTarget(stored.article.articleId, stored.claim);
};

type Value<K> = Extract<ToldClaim, { kind: K }>['value'];

export const data = (
  type: Value<'data'>['type'],
  polarity: 'taken' | 'not-taken',
  more: Partial<ToldClaim> = {},
): ToldClaim => ({ kind: 'data', value: { type, subject: 'customer', polarity }, ...more }) as ToldClaim;

export const people = (
  count: number,
  qualifier: Value<'people'>['qualifier'] = 'exact',
  more: Partial<ToldClaim> = {},
): ToldClaim =>
  ({ kind: 'people', value: { count, qualifier, subject: 'customer', sense: 'affected' }, ...more }) as ToldClaim;

export const money = (value: Partial<Value<'money'>>, more: Partial<ToldClaim> = {}): ToldClaim =>
  ({ kind: 'money', value: { metric: 'cost', currency: 'GBP', qualifier: 'exact', ...value }, ...more }) as ToldClaim;

export const service = (
  name: Value<'service'>['service'],
  state: Value<'service'>['state'],
  more: Partial<ToldClaim> = {},
): ToldClaim => ({ kind: 'service', value: { service: name, state }, ...more }) as ToldClaim;

export const actor = (name: string, more: Partial<ToldClaim> = {}): ToldClaim =>
  ({ kind: 'actor', value: { name, role: 'perpetrator' }, ...more }) as ToldClaim;

/** As the company says it. */
export const byVictim = { by: 'victim', certainty: 'confirmed' } as const;
export const byAttacker = { by: 'attacker', certainty: 'claimed' } as const;
