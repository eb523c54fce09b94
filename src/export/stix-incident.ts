import { instantOf } from '#domain/instant.ts';
import { linkToWords, webAddress } from '#domain/text-fragment.ts';
import type { EventSource, Timeline, TimelineEvent } from '#domain/timeline.ts';
import { latest, type Moments, momentsOf } from './moments.ts';
import { eventPage, incidentPage } from './places.ts';
import { plain } from './plain.ts';
import {
  CONFIDENCE,
  type ExternalReference,
  type StixMaker,
  type StixObject,
  stixId,
  TIMELESS,
} from './stix-object.ts';
import type { ExportContext } from './subject.ts';
import { countOf, STATUS_WORDS, speakerOf } from './wording.ts';

/** What all makers of objects of one incident work with. */
interface Scene {
  readonly timeline: Timeline;
  readonly moments: ReturnType<typeof momentsOf>;
  readonly whole: Moments;
  readonly make: StixMaker;
  readonly context: ExportContext;
  readonly incidentId: string;
  readonly victimId: string;
}

const noteId = ({ id }: TimelineEvent): string => stixId('note', id);

const cited = (source: EventSource): ExternalReference => {
  const url = linkToWords(source);
  return {
    source_name: plain(source.publisher),
    description: `“${plain(source.quote)}”`,
    external_id: source.claimId,
    ...(url === undefined ? {} : { url }),
  };
};

const incidentObject = ({ timeline, whole, make, context }: Scene): StixObject => {
  const { incident } = timeline;
  return make('incident', incident.id, whole, {
    name: plain(incident.title),
    ...(incident.summary === '' ? {} : { description: plain(incident.summary) }),
    labels: [
      `state:${incident.status.state}`,
      ...incident.attackTypes.flatMap(({ type, certainty }) => (certainty === 'denied' ? [] : [`attack:${type}`])),
      ...incident.dataTaken.flatMap(({ type, certainty }) => (certainty === 'denied' ? [] : [`data-taken:${type}`])),
      ...incident.dataNotTaken.map(({ type }) => `data-said-not-taken:${type}`),
    ],
    external_references: [
      { source_name: 'Receipts', external_id: incident.id, url: incidentPage(incident.id, context) },
    ],
  });
};

const victimObject = ({ timeline, make }: Scene): StixObject =>
  make('identity', timeline.incident.retailer.slug, TIMELESS, {
    name: plain(timeline.incident.retailer.name),
    identity_class: 'organization',
    sectors: ['retail'],
  });

const relationship = (
  { timeline, whole, make }: Scene,
  from: string,
  type: string,
  to: string,
  { role = '', ...members }: Readonly<Record<string, unknown>> & { readonly role?: string } = {},
): StixObject =>
  make('relationship', `${timeline.incident.id}:${from}:${type}:${to}:${role}`, whole, {
    relationship_type: type,
    source_ref: from,
    target_ref: to,
    ...members,
  });

/** What STIX says of an attacker in a role: gangs are intrusion sets, people are threat actors. */
const actorObject = (make: StixMaker, name: string, role: string): StixObject =>
  role === 'suspect-person'
    ? make('threat-actor', name, TIMELESS, { name: plain(name), threat_actor_types: ['unknown'] })
    : make('intrusion-set', name, TIMELESS, { name: plain(name) });

const ROLE_WORDS: Readonly<Record<string, string>> = {
  perpetrator: 'said to have done it',
  'ransomware-operator': 'whose ransomware is said to have been used',
  claimant: 'claims to have done it',
  'initial-access-broker': 'said to have sold access',
  'suspect-person': 'a suspect',
};

/** Attackers that nobody denies, each with what is said of it. */
const actorObjects = (scene: Scene): readonly StixObject[] =>
  scene.timeline.incident.actors.flatMap(({ name, role, certainty }) => {
    if (certainty === 'denied') return [];
    const actor = actorObject(scene.make, name, role);
    const said = {
      role,
      description: `${name}: ${ROLE_WORDS[role] ?? role} (${certainty})`,
      confidence: CONFIDENCE[certainty],
    };
    const isPerpetrator = role === 'perpetrator' || role === 'claimant';
    return [
      actor,
      relationship(scene, scene.incidentId, isPerpetrator ? 'attributed-to' : 'related-to', actor.id, said),
      ...(isPerpetrator ? [relationship(scene, actor.id, 'targets', scene.victimId, said)] : []),
    ];
  });

const noteObject = (event: TimelineEvent, { timeline, moments, make, context, incidentId }: Scene): StixObject =>
  make('note', event.id, moments.of(event), {
    abstract: plain(event.summary),
    content: [
      plain(event.summary),
      `${STATUS_WORDS[event.status]} (${countOf(event)})`,
      ...event.sources.map(
        source => `“${plain(source.quote)}” – ${plain(speakerOf(source, timeline))}, in ${plain(source.publisher)}`,
      ),
    ].join('\n'),
    authors: [...new Set(event.sources.map(({ publisher }) => plain(publisher)))],
    object_refs: [incidentId],
    labels: [`kind:${event.kind}`, `status:${event.status}`],
    confidence: CONFIDENCE[event.certainty],
    external_references: [
      { source_name: 'Receipts', external_id: event.id, url: eventPage(timeline.incident.id, event.id, context) },
      ...event.sources.map(cited),
    ],
  });

/** That one event is contradicted by another, as the opinion of those who say otherwise. */
const opinionObjects = (event: TimelineEvent, scene: Scene): readonly StixObject[] => {
  const { timeline, moments, make } = scene;
  const others = new Set([...(event.contradictedBy ?? []), ...(event.supersededBy ?? [])]);
  return timeline.events
    .filter(({ id }) => others.has(id))
    .map(other =>
      make('opinion', `${event.id}:${other.id}`, moments.of(other), {
        opinion: other.certainty === 'confirmed' ? 'strongly-disagree' : 'disagree',
        explanation: plain(other.summary),
        authors: [...new Set(other.sources.map(source => plain(speakerOf(source, timeline))))],
        object_refs: [noteId(event)],
        external_references: other.sources.map(cited),
      }),
    );
};

/** An article of which events are told, with what it tells. */
const reportObjects = ({ timeline, make, incidentId }: Scene): readonly StixObject[] =>
  timeline.articles.flatMap(({ articleId, title, url, publisher, publishedAt, fetchedAt }) => {
    const told = timeline.events.filter(({ sources }) => sources.some(source => source.articleId === articleId));
    const fetched = instantOf(fetchedAt) ?? TIMELESS.updated;
    const published = instantOf(publishedAt) ?? fetched;
    const address = webAddress(url);
    return [
      make(
        'report',
        `${timeline.incident.id}:${articleId}`,
        { published, updated: latest([published, fetched]) },
        {
          name: plain(title),
          description: `An article of ${plain(publisher)}.`,
          report_types: ['threat-report'],
          published,
          object_refs: [incidentId, ...told.map(noteId)],
          external_references: [
            {
              source_name: plain(publisher),
              external_id: articleId,
              ...(address === undefined ? {} : { url: address }),
            },
          ],
        },
      ),
    ];
  });

/** Every object that says something of one incident; objects that stand for names are the same in other incidents. */
export const incidentObjects = (timeline: Timeline, make: StixMaker, context: ExportContext): readonly StixObject[] => {
  const moments = momentsOf(timeline);
  const victimId = stixId('identity', timeline.incident.retailer.slug);
  const incidentId = stixId('incident', timeline.incident.id);
  const scene: Scene = { timeline, moments, whole: moments.whole(), make, context, incidentId, victimId };
  return [
    victimObject(scene),
    incidentObject(scene),
    relationship(scene, incidentId, 'targets', victimId),
    ...actorObjects(scene),
    ...timeline.events.map(event => noteObject(event, scene)),
    ...timeline.events.flatMap(event => opinionObjects(event, scene)),
    ...reportObjects(scene),
  ];
};
