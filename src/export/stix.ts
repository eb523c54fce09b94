import type { Timeline } from '#domain/timeline.ts';
import { incidentObjects } from './stix-incident.ts';
import { type StixObject, statementMarking, stixId, stixMaker, TIMELESS, TLP_WHITE } from './stix-object.ts';
import type { ExportContext, ExportFormat, ExportSubject } from './subject.ts';
import { uuidOf } from './uuids.ts';
import { DEMO_NOTE, RIGHTS } from './wording.ts';

const PRODUCER = stixId('identity', 'receipts-producer');

/** The objects of several incidents, each once: markings and the producer first. */
export const stixObjects = (timelines: readonly Timeline[], context: ExportContext): readonly StixObject[] => {
  const markings = [TLP_WHITE, statementMarking(RIGHTS), ...(context.demo ? [statementMarking(DEMO_NOTE)] : [])];
  const make = stixMaker(
    PRODUCER,
    markings.map(({ id }) => id),
  );
  const producer = {
    ...make('identity', 'receipts-producer', TIMELESS, { name: 'Receipts', identity_class: 'system' }),
  };
  const all = [...markings, producer, ...timelines.flatMap(timeline => incidentObjects(timeline, make, context))];
  return [...new Map(all.map(object => [object.id, object])).values()];
};

const write = ({ path, timelines }: ExportSubject, context: ExportContext): string =>
  JSON.stringify({
    type: 'bundle',
    id: `bundle--${uuidOf('stix:bundle', path)}`,
    objects: stixObjects(timelines, context),
  });

/** A bundle of STIX 2.1: incident, identities, attackers, relationships, reports, a note per event, opinions of disputes. */
export const stix: ExportFormat = {
  suffix: 'stix.json',
  mediaType: 'application/stix+json; version=2.1',
  accepts: ['application/stix+json'],
  download: true,
  write,
};
