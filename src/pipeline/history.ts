import type { DerivedIncident, Page, PageRequest, Resolved, VictimDerivation } from '#db';
import type { ChangeAxis, ChangeCause, ChangeRange, IncidentChanges } from '#domain/changes.ts';
import { instantOf } from '#domain/instant.ts';
import type { Point, VictimLedger } from '#domain/ledger.ts';
import type { Timeline, TimelineEvent } from '#domain/timeline.ts';
import { AppError } from '#errors';
import type { Cut } from '#incidents/reading.ts';
import { cutAt } from '#incidents/view.ts';
import { changesBetween } from '#timeline/changes.ts';
import { type DeriveContext, deriveVictim } from './derive.ts';
import type { Linking } from './link.ts';
import { relatedTo } from './related.ts';

/** Retailers whose changes are derived for one page at most. */
const MOST_VICTIMS = 20;
const CURSOR = 'changes:';

interface Instants {
  readonly from: string;
  readonly to: string;
}

/** The ledger at the beginning of a range, and after each kind of cause was let through. */
const cutsOf = (
  { from, to }: Instants,
  axis: ChangeAxis,
): { readonly before: Cut; readonly steps: readonly { readonly cause: ChangeCause; readonly cut: Cut }[] } => {
  if (axis === 'public')
    return {
      before: { asOf: from },
      steps: [
        { cause: 'edited', cut: { asOf: to, articlesAsOf: from } },
        { cause: 'published', cut: { asOf: to } },
      ],
    };
  const before = { articlesKnown: from, textsKnown: from, analysed: from, decided: from, assigned: to };
  const reread = { ...before, analysed: to };
  const edited = { ...reread, textsKnown: to };
  const published = { ...edited, articlesKnown: to };
  return {
    before,
    steps: [
      { cause: 're-analysed', cut: reread },
      { cause: 'edited', cut: edited },
      { cause: 'published', cut: published },
      { cause: 'decided', cut: { ...published, decided: to } },
    ],
  };
};

/** The incident among those derived to which one of the ids leads, the first id first. */
const incidentOf = (ids: readonly string[], { incidents }: VictimDerivation): DerivedIncident | undefined => {
  const exact = ids.flatMap(id => incidents.find(({ summary }) => summary.id === id) ?? []);
  return exact[0] ?? incidents.find(({ formerIds }) => formerIds.some(id => ids.includes(id)));
};

const eventsOf = (ids: readonly string[], derived: VictimDerivation): readonly TimelineEvent[] =>
  incidentOf(ids, derived)?.timeline.events ?? [];

const changesOfVictim = (
  ledger: VictimLedger,
  instants: Instants,
  axis: ChangeAxis,
  context: DeriveContext,
): readonly IncidentChanges[] => {
  const { before, steps } = cutsOf(instants, axis);
  const first = deriveVictim(ledger, before, context);
  const derived = steps.map(({ cause, cut }) => ({ cause, derived: deriveVictim(ledger, cut, context) }));
  const last = derived.at(-1)?.derived ?? first;
  const alive = last.incidents.map(({ summary, formerIds }) => ({ summary, ids: [summary.id, ...formerIds] }));
  const known = new Set(alive.flatMap(({ ids }) => ids));
  const lost = first.incidents
    .filter(({ summary, formerIds }) => ![summary.id, ...formerIds].some(id => known.has(id)))
    .map(({ summary, formerIds }) => ({ summary, ids: [summary.id, ...formerIds] }));
  return [...alive, ...lost].flatMap(({ summary, ids }) => {
    const stages = derived.map(step => ({ cause: step.cause, events: eventsOf(ids, step.derived) }));
    const changes = changesBetween(eventsOf(ids, first), stages);
    return changes.length === 0 ? [] : [{ incident: { id: summary.id, title: summary.title }, changes }];
  });
};

const instantsOf = ({ from, to }: ChangeRange, now: string): Instants => {
  const instants = { from: instantOf(from) ?? now, to: instantOf(to) ?? now };
  if (instants.from < instants.to) return instants;
  throw new AppError('invalid-parameter', 'Nothing lies between "from" and "to".', {
    subject: 'from',
    hint: 'A day counts to its end: from=2025-05-01&to=2025-05-02 tells what the second of May brought.',
  });
};

const victimAfter = (cursor: string | undefined): string => {
  if (cursor === undefined) return '';
  const text = Buffer.from(cursor, 'base64url').toString();
  if (/^changes:[a-z0-9-]{1,200}$/.test(text)) return text.slice(CURSOR.length);
  throw new AppError('invalid-parameter', 'The cursor is not one that this server gave.', { subject: 'cursor' });
};

const context = ({ nameOf, now }: Linking): DeriveContext => ({ nameOf, now: now().toISOString() });

const timelineAt = async (stages: Linking, id: string, point: Point): Promise<Resolved<Timeline>> => {
  const place = await stages.store.incidentPlace(id);
  if (place === undefined) return undefined;
  const derived = deriveVictim(await stages.store.victimLedger(place.victim), cutAt(point), context(stages));
  const incident = incidentOf([id, ...place.ids], derived);
  if (incident === undefined) {
    const present = await stages.store.getIncident(id);
    if (present !== undefined && 'gone' in present) return present;
    throw new AppError('not-found', `At that time there was nothing to be read of ${id}.`, {
      subject: id,
      hint: 'Ask for a later time, or without asOf and knownAt for the present.',
    });
  }
  // What was known at a day keeps the id that it had; what is known today moves on with its id.
  if (incident.summary.id !== id && point.knownAt === undefined) return { redirect: incident.summary.id };
  return { found: incident.timeline };
};

const changes = async (stages: Linking, id: string, range: ChangeRange): Promise<Resolved<IncidentChanges>> => {
  const instants = instantsOf(range, stages.now().toISOString());
  const present = await stages.store.getIncident(id);
  if (present === undefined || !('found' in present)) return present;
  const place = await stages.store.incidentPlace(id);
  const ledger = await stages.store.victimLedger(place?.victim ?? '');
  const all = changesOfVictim(ledger, instants, range.axis ?? 'held', context(stages));
  const { title } = JSON.parse(present.found.json) as { readonly title: string };
  return { found: all.find(({ incident }) => incident.id === id) ?? { incident: { id, title }, changes: [] } };
};

const allChanges = async (stages: Linking, range: ChangeRange, page: PageRequest): Promise<Page<IncidentChanges>> => {
  const instants = instantsOf(range, stages.now().toISOString());
  const after = victimAfter(page.cursor);
  const victims = await stages.store.activeVictims(instants.from, instants.to, MOST_VICTIMS, after);
  const items: IncidentChanges[] = [];
  for (const [index, victim] of victims.entries()) {
    const ledger = await stages.store.victimLedger(victim);
    items.push(...changesOfVictim(ledger, instants, 'held', context(stages)));
    const isFull = items.length >= page.limit || index + 1 === MOST_VICTIMS;
    if (isFull && (index + 1 < victims.length || victims.length === MOST_VICTIMS))
      return { items, next: Buffer.from(`${CURSOR}${victim}`).toString('base64url') };
  }
  return { items };
};

/** Reads the ledger as it stood: every answer is derived anew from what is held about one retailer. */
export const createHistory = (stages: Linking) => ({
  /** @throws AppError `not-found` where nothing of the incident was to be read at that point */
  timelineAt: (id: string, point: Point) => timelineAt(stages, id, point),
  /** @throws AppError `invalid-parameter` where the range is empty */
  changes: (id: string, range: ChangeRange) => changes(stages, id, range),
  /** Of all incidents, on the axis of what was held; a page can be empty and still have a next one. */
  allChanges: (range: Omit<ChangeRange, 'axis'>, page: PageRequest) => allChanges(stages, range, page),
  /** Incidents that have to do with one and are not the same. */
  related: (id: string) => relatedTo(stages.store, id),
});
