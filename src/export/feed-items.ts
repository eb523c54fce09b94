import { linkToWords } from '#domain/text-fragment.ts';
import type { EventSource, Timeline, TimelineEvent } from '#domain/timeline.ts';
import { BEGINNING, type Moments, momentsOf } from './moments.ts';
import { eventPage } from './places.ts';
import { html, oneLine } from './plain.ts';
import type { ExportContext, ExportSubject } from './subject.ts';
import { uuidUrn } from './uuids.ts';
import { countOf, DEMO_NOTE, RIGHTS, STATUS_WORDS, speakerOf } from './wording.ts';

/** An event as feed readers show it. */
export interface FeedItem extends Moments {
  /** `urn:uuid:…`, the same as long as there is the event. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly html: string;
  readonly tags: readonly string[];
}

/** What the three feeds have in common. */
export interface FeedContent {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly page: string;
  readonly self: string | undefined;
  readonly updated: string;
  readonly items: readonly FeedItem[];
}

/** Reports that an entry quotes; the page has all. */
const SHOWN = 10;
/** Entries of a feed of several incidents: those that changed last. */
const MOST = 200;

const quoted = (source: EventSource, timeline: Timeline): string => {
  const link = linkToWords(source);
  const outlet = html(source.publisher);
  const where = link === undefined ? outlet : `<a href="${html(link)}">${outlet}</a>`;
  const day = source.publishedAt === undefined ? '' : `, ${source.publishedAt.slice(0, 10)}`;
  return `<blockquote><p>“${html(source.quote)}”</p></blockquote><p>${html(speakerOf(source, timeline))}, in ${where}${day}</p>`;
};

const body = (event: TimelineEvent, timeline: Timeline, page: string): string => {
  const more = event.sources.length - SHOWN;
  return [
    `<p>${html(event.summary)}</p>`,
    `<p>${html(timeline.incident.title)}: ${STATUS_WORDS[event.status]} (${countOf(event)}).</p>`,
    ...event.sources.slice(0, SHOWN).map(source => quoted(source, timeline)),
    ...(more > 0 ? [`<p>${more} more at <a href="${html(page)}">Receipts</a>.</p>`] : []),
  ].join('');
};

/** An event in its place among the others; its entry is made only where it is shown. */
interface Draft extends Moments {
  readonly event: TimelineEvent;
  readonly timeline: Timeline;
}

const draftsOf = (timeline: Timeline): readonly Draft[] => {
  const moments = momentsOf(timeline);
  return timeline.events.map(event => ({ ...moments.of(event), event, timeline }));
};

const newestFirst = (a: Draft, b: Draft): number =>
  a.updated === b.updated ? (a.event.id < b.event.id ? -1 : 1) : a.updated < b.updated ? 1 : -1;

const itemOf = ({ event, timeline, published, updated }: Draft, context: ExportContext): FeedItem => {
  const { incident } = timeline;
  const url = eventPage(incident.id, event.id, context);
  return {
    published,
    updated,
    id: uuidUrn('event', event.id),
    url,
    title: `${oneLine(incident.retailer.name)}: ${oneLine(event.summary)}`,
    html: body(event, timeline, url),
    tags: [event.kind, event.status, incident.id],
  };
};

/** The events of a subject as entries, the one that changed last first; of several incidents the newest 200. */
export const feedContent = (subject: ExportSubject, context: ExportContext): FeedContent => {
  const drafts = subject.timelines.flatMap(draftsOf).sort(newestFirst);
  const shown = subject.kind === 'incident' ? drafts : drafts.slice(0, MOST);
  return {
    id: uuidUrn('feed', subject.path),
    title: oneLine(`Receipts: ${subject.title}`),
    about: context.demo ? `${DEMO_NOTE} ${RIGHTS}` : RIGHTS,
    page: `${context.site}${subject.page}`,
    self: context.self,
    updated: shown[0]?.updated ?? BEGINNING,
    items: shown.map(draft => itemOf(draft, context)),
  };
};
