import type { ExportContext } from './subject.ts';

/** Page of an incident. */
export const incidentPage = (id: string, { site }: ExportContext): string =>
  `${site}/incidents/${encodeURIComponent(id)}`;

/** The line of an event on its incident's page. */
export const eventPage = (incident: string, event: string, context: ExportContext): string =>
  `${incidentPage(incident, context)}#${event}`;
