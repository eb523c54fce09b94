import type { Timeline } from '#domain/timeline.ts';
import type { ExportContext, ExportSubject } from '#export/subject.ts';
import { sampleTimeline } from '../web/sample-timeline.ts';

export const context: ExportContext = {
  site: 'https://receipts.example',
  demo: false,
  self: 'https://receipts.example/v1/export',
};

const [first, ...others] = sampleTimeline.events;
const hostile =
  '=cmd|"/c calc"!A1, <script>alert(1)</script> ]]> & \u0000\u0008 \ud800 ; \\ {x} $5 _a_ %20 “é” 🙂\r\nEND:VEVENT';

/** The sample with texts that mean something in every format. */
export const hostileTimeline: Timeline = {
  ...sampleTimeline,
  incident: { ...sampleTimeline.incident, id: 'hostile-2031-03', title: `Hostile ${hostile}` },
  events: [
    {
      ...first!,
      id: 'evt_hostile',
      summary: `Summary ${hostile}`,
      sources: first!.sources.map(source => ({
        ...source,
        quote: hostile,
        publisher: `@Outlet ${hostile}`,
        speaker: `+Speaker ${hostile}`,
        title: hostile,
      })),
    },
    ...others.map(event => ({ ...event, id: `${event.id}_2` })),
  ],
  articles: sampleTimeline.articles.map(article => ({ ...article, title: hostile, publisher: `@Outlet ${hostile}` })),
};

export const incident: ExportSubject = {
  kind: 'incident',
  title: sampleTimeline.incident.title,
  path: '/v1/incidents/lanternby-2031-03',
  page: '/incidents/lanternby-2031-03',
  timelines: [sampleTimeline],
};

export const list: ExportSubject = {
  kind: 'list',
  title: 'Incidents',
  path: '/v1/incidents?retailer=lanternby',
  page: '/?retailer=lanternby',
  timelines: [sampleTimeline, hostileTimeline],
};

export const comparison: ExportSubject = {
  kind: 'comparison',
  title: 'Two incidents compared',
  path: '/v1/compare?incidents=lanternby-2031-03,hostile-2031-03',
  page: '/compare?incidents=lanternby-2031-03,hostile-2031-03',
  timelines: [sampleTimeline, hostileTimeline],
  table: {
    rows: [
      {
        attribute: 'dataTaken',
        label: 'Data taken',
        cells: [
          { incident: 'lanternby-2031-03', text: 'names', status: 'confirmed', claimIds: ['clm_5'] },
          { incident: 'hostile-2031-03', text: '', status: 'not-reported', claimIds: [] },
        ],
      },
    ],
  },
  document: { incidents: [], rows: [] },
};

export const empty: ExportSubject = { ...list, timelines: [] };

export const SUBJECTS: readonly (readonly [string, ExportSubject])[] = [
  ['an incident', incident],
  ['a list', list],
  ['an empty list', empty],
  ['a comparison', comparison],
];
