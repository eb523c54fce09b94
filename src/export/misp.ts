import { linkToWords, webAddress } from '#domain/text-fragment.ts';
import type { Timeline } from '#domain/timeline.ts';
import { momentsOf } from './moments.ts';
import { incidentPage } from './places.ts';
import { oneLine } from './plain.ts';
import type { ExportContext, ExportFormat, ExportSubject } from './subject.ts';
import { uuidOf } from './uuids.ts';
import { countOf, DEMO_NOTE, STATUS_WORDS, speakerOf } from './wording.ts';

/** Seconds since 1970, as text: MISP's form of a time. */
const seconds = (instant: string): string => String(Math.floor(Date.parse(instant) / 1000));

interface Attribute {
  readonly type: string;
  readonly category: string;
  readonly value: string;
  readonly comment: string;
  readonly timestamp: string;
}

const attribute = (incident: string, name: string, given: Attribute): object => ({
  uuid: uuidOf('misp:attribute', `${incident}:${name}`),
  ...given,
  to_ids: false,
  disable_correlation: given.type === 'text',
  /** As the event's. */
  distribution: '5',
  deleted: false,
});

const eventAttributes = (timeline: Timeline): readonly object[] => {
  const { incident, events } = timeline;
  const moments = momentsOf(timeline);
  return events.map(event =>
    attribute(incident.id, event.id, {
      type: 'text',
      category: 'External analysis',
      value: oneLine(`${event.sortDate ?? 'no date known'}: ${event.summary}`),
      comment: [
        `${STATUS_WORDS[event.status]} (${countOf(event)})`,
        ...event.sources.map(
          source =>
            `“${oneLine(source.quote)}” – ${oneLine(speakerOf(source, timeline))}, in ${oneLine(source.publisher)}: ${linkToWords(source) ?? ''}`,
        ),
      ].join('\n'),
      timestamp: seconds(moments.of(event).updated),
    }),
  );
};

const linkAttributes = ({ incident, articles }: Timeline): readonly object[] =>
  articles.flatMap(({ articleId, url, publisher, title, publishedAt, fetchedAt }) => {
    const value = webAddress(url);
    if (value === undefined) return [];
    return [
      attribute(incident.id, articleId, {
        type: 'link',
        category: 'External analysis',
        value,
        comment: oneLine(`${publisher}: ${title}${publishedAt === undefined ? '' : ` (${publishedAt.slice(0, 10)})`}`),
        timestamp: seconds(fetchedAt),
      }),
    ];
  });

const nameAttributes = ({ incident }: Timeline, timestamp: string): readonly object[] => [
  attribute(incident.id, 'victim', {
    type: 'target-org',
    category: 'Targeting data',
    value: oneLine(incident.retailer.name),
    comment: 'The retailer',
    timestamp,
  }),
  ...incident.actors
    .filter(({ certainty }) => certainty !== 'denied')
    .map(({ name, role, certainty }) =>
      attribute(incident.id, `actor:${role}:${name}`, {
        type: 'threat-actor',
        category: 'Attribution',
        value: oneLine(name),
        comment: `${role}, ${certainty}`,
        timestamp,
      }),
    ),
];

const ORGANISATION = { name: 'Receipts', uuid: uuidOf('misp:organisation', 'receipts') };

const mispEvent = (timeline: Timeline, context: ExportContext): object => {
  const { incident } = timeline;
  const { published, updated } = momentsOf(timeline).whole();
  const timestamp = seconds(updated);
  return {
    Event: {
      uuid: uuidOf('misp:event', incident.id),
      info: oneLine(`${context.demo ? `${DEMO_NOTE} ` : ''}${incident.title}`),
      date: published.slice(0, 10),
      /** Undefined: how dangerous it is for the reader is not ours to say. */
      threat_level_id: '4',
      analysis: incident.status.state === 'resolved' ? '2' : '1',
      published: false,
      timestamp,
      distribution: '3',
      Org: ORGANISATION,
      Orgc: ORGANISATION,
      Tag: [{ name: 'tlp:clear' }, { name: 'type:OSINT' }, { name: `receipts:state="${incident.status.state}"` }],
      Attribute: [
        attribute(incident.id, 'page', {
          type: 'link',
          category: 'Internal reference',
          value: incidentPage(incident.id, context),
          comment: 'The timeline at Receipts',
          timestamp,
        }),
        ...nameAttributes(timeline, timestamp),
        ...linkAttributes(timeline),
        ...eventAttributes(timeline),
      ],
    },
  };
};

const write = ({ kind, timelines }: ExportSubject, context: ExportContext): string => {
  const events = timelines.map(timeline => mispEvent(timeline, context));
  return JSON.stringify(kind === 'incident' ? events[0] : { response: events });
};

/** A MISP event (MISP core format); of several incidents the list that MISP's own search answers. Nothing is for detection. */
export const misp: ExportFormat = {
  suffix: 'misp.json',
  mediaType: 'application/vnd.receipts.misp+json',
  accepts: ['application/vnd.receipts.misp+json'],
  download: true,
  write,
};
