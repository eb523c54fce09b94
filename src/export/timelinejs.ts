import { linkToWords } from '#domain/text-fragment.ts';
import type { Timeline, TimelineEvent } from '#domain/timeline.ts';
import { type DateParts, dateParts } from './edtf.ts';
import { eventPage } from './places.ts';
import { html, oneLine } from './plain.ts';
import type { ExportContext, ExportFormat, ExportSubject } from './subject.ts';
import { countOf, DEMO_NOTE, RIGHTS, STATUS_WORDS, speakerOf } from './wording.ts';

const slideDate = ({ about, ...parts }: DateParts): object => parts;

/** Words by which TimelineJS takes a quote for media of another kind: such a quote stands in the text instead. */
const MISTAKEN = /spotify|iframe|\.pdf|juxtapose|facebook\.com|documentcloud/;

/** A slide of one event, with its first report as the quote beside it. Nothing for an event without any date. */
const slideOf = (
  event: TimelineEvent,
  timeline: Timeline,
  kind: ExportSubject['kind'],
  context: ExportContext,
): readonly object[] => {
  const start = dateParts(event.date?.edtf ?? event.sortDate ?? '');
  const end = dateParts(event.interval?.end?.edtf ?? '');
  const [first] = event.sources;
  if (start === undefined || first === undefined) return [];
  const page = eventPage(timeline.incident.id, event.id, context);
  const link = linkToWords(first);
  const quote = `<blockquote>“${html(first.quote)}”</blockquote>`;
  const isMistaken = MISTAKEN.test(first.quote);
  return [
    {
      start_date: slideDate(start),
      ...(end === undefined ? {} : { end_date: slideDate(end) }),
      ...(start.about ? { display_date: `about ${event.date?.edtf.replace(/[~?%]$/, '')}` } : {}),
      unique_id: event.id,
      group: kind === 'incident' ? event.kind : oneLine(timeline.incident.retailer.name),
      text: {
        headline: html(event.summary),
        text: `<p>${html(STATUS_WORDS[event.status])} (<a href="${html(page)}">${countOf(event)}</a>)</p>${isMistaken ? quote : ''}`,
      },
      media: isMistaken
        ? undefined
        : {
            url: quote,
            caption: html(speakerOf(first, timeline)),
            credit: `${html(first.publisher)}${first.publishedAt === undefined ? '' : `, ${first.publishedAt.slice(0, 10)}`}`,
            ...(link === undefined ? {} : { link }),
          },
      autolink: false,
    },
  ];
};

const write = (subject: ExportSubject, context: ExportContext): string => {
  const { kind, timelines } = subject;
  const shown = timelines.map(timeline => ({
    timeline,
    events: timeline.events.filter(({ important }) => kind === 'incident' || important),
  }));
  const events = shown.flatMap(({ timeline, events }) =>
    events.flatMap(event => slideOf(event, timeline, kind, context)),
  );
  const left = shown.reduce((count, { events }) => count + events.length, 0) - events.length;
  const notes = [
    ...(context.demo ? [DEMO_NOTE] : []),
    ...(kind === 'incident' ? timelines.map(({ incident }) => incident.summary) : []),
    ...(left > 0 ? [`${left} without a date ${left === 1 ? 'is' : 'are'} left out.`] : []),
    RIGHTS,
  ];
  return JSON.stringify({
    scale: 'human',
    title: {
      unique_id: 'title',
      text: { headline: html(subject.title), text: notes.map(note => `<p>${html(note)}</p>`).join('') },
    },
    events,
  });
};

/**
 * TimelineJS 3 (https://timeline.knightlab.com/docs/json-format.html): a slide per dated event, of several incidents those
 * that matter most.
 */
export const timelineJs: ExportFormat = {
  suffix: 'timelinejs.json',
  mediaType: 'application/vnd.receipts.timelinejs+json',
  accepts: ['application/vnd.receipts.timelinejs+json'],
  download: false,
  write,
};
