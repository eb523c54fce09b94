import { linkToWords } from '#domain/text-fragment.ts';
import type { EventSource, Timeline } from '#domain/timeline.ts';
import { lastUpdate } from './moments.ts';
import { eventPage, incidentPage } from './places.ts';
import { oneLine } from './plain.ts';
import type { ExportContext, ExportFormat, ExportSubject } from './subject.ts';
import { countOf, DEMO_NOTE, RIGHTS, STATUS_WORDS, speakerOf } from './wording.ts';

/** Plain text that Markdown shows as it is. */
const md = (text: string): string => oneLine(text).replace(/[\\`*_{}[\]()#+!|<>~^$&]/g, sign => `\\${sign}`);

/** Footnotes by claim, numbered in the order in which the text first calls for them. */
const footnotes = () => {
  const numbers = new Map<string, { readonly number: number; readonly text: string }>();
  return {
    mark: (source: EventSource, timeline: Timeline): string => {
      const key = `${source.claimId} ${source.quote}`;
      const known = numbers.get(key);
      if (known !== undefined) return `[^${known.number}]`;
      const link = linkToWords(source);
      const parts = [
        `“${md(source.quote)}” – ${md(speakerOf(source, timeline))}`,
        md(source.publisher),
        `“${md(source.title)}”`,
        ...(source.publishedAt === undefined ? [] : [source.publishedAt.slice(0, 10)]),
        ...(link === undefined ? [] : [`<${link}>`]),
        ...(source.copyOf === undefined ? [] : ['a copy of an earlier report']),
      ];
      const number = numbers.size + 1;
      numbers.set(key, { number, text: parts.join(', ') });
      return `[^${number}]`;
    },
    lines: (): readonly string[] => [...numbers.values()].map(({ number, text }) => `[^${number}]: ${text}`),
  };
};

type Notes = ReturnType<typeof footnotes>;

const section = (timeline: Timeline, notes: Notes, context: ExportContext): readonly string[] => {
  const { incident, events } = timeline;
  let heading: string | undefined;
  const lines = events.flatMap(event => {
    const under = event.sortDate ?? 'No date known';
    const head = under === heading ? [] : [...(heading === undefined ? [] : ['']), `### ${under}`, ''];
    heading = under;
    const marks = event.sources.map(source => notes.mark(source, timeline)).join('');
    const link = `[${event.status}](<${eventPage(incident.id, event.id, context)}> "${STATUS_WORDS[event.status]}")`;
    return [...head, `- ${md(event.summary)}${marks} (${link}; ${countOf(event)})`];
  });
  return [
    `## [${md(incident.title)}](<${incidentPage(incident.id, context)}>)`,
    '',
    ...(incident.summary === '' ? [] : [md(incident.summary), '']),
    ...lines,
    '',
  ];
};

const comparison = (subject: ExportSubject, notes: Notes): readonly string[] => {
  if (subject.kind !== 'comparison') return [];
  const { timelines, table } = subject;
  const sources = new Map(
    timelines.flatMap(timeline =>
      timeline.events.flatMap(({ sources }) => sources.map(source => [source.claimId, { source, timeline }] as const)),
    ),
  );
  const mark = (claim: string): string => {
    const found = sources.get(claim);
    return found === undefined ? '' : notes.mark(found.source, found.timeline);
  };
  return [
    `|  | ${timelines.map(({ incident }) => md(incident.title)).join(' | ')} |`,
    `|---|${timelines.map(() => '---|').join('')}`,
    ...table.rows.map(
      ({ label, cells }) =>
        `| ${md(label)} | ${cells.map(({ text, status, claimIds }) => `${md(text || status)}${claimIds.map(mark).join('')}`).join(' | ')} |`,
    ),
    '',
  ];
};

const write = (subject: ExportSubject, context: ExportContext): string => {
  const notes = footnotes();
  const sections = [
    ...comparison(subject, notes),
    ...subject.timelines.flatMap(timeline => section(timeline, notes, context)),
  ];
  return [
    `# ${md(subject.title)}`,
    '',
    ...(context.demo ? [`**${DEMO_NOTE}**`, ''] : []),
    ...sections,
    ...notes.lines(),
    '',
    '---',
    '',
    `${RIGHTS} <${context.site}${subject.page}>, as of ${lastUpdate(subject.timelines)}.`,
    '',
  ].join('\n');
};

/** Markdown with a footnote for every report: its words, who says so, and a link to them. */
export const markdown: ExportFormat = {
  suffix: 'md',
  mediaType: 'text/markdown; charset=utf-8; variant=GFM',
  accepts: ['text/markdown'],
  download: true,
  write,
};
