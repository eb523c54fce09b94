import type { IncidentSummary } from '#domain/incident.ts';
import type { Timeline } from '#domain/timeline.ts';
import type { Html } from './html.ts';
import { html, linkedData } from './html.ts';
import { webAddress } from './links.ts';

const DOWNLOADS = [
  ['csv', 'text/csv'],
  ['json', 'application/json'],
  ['stix.json', 'application/stix+json'],
] as const;

const coverage = ({ firstReportedAt: first, lastReportedAt: last, known }: IncidentSummary): string =>
  first === undefined ? known : `${first.slice(0, 10)}/${(last ?? first).slice(0, 10)}`;

/**
 * What search engines and citation managers read of an incident: a data set (schema.org), based on its articles. It is no
 * `ClaimReview`: Receipts says who says what, and rates nobody's word.
 */
export const incidentData = ({ incident, articles }: Timeline, origin: string): Html => {
  const page = `${origin}/incidents/${incident.id}`;
  return html`${linkedData({
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': page,
    url: page,
    name: `${incident.title}: who said what, and when`,
    description: incident.summary === '' ? `Public reports of an incident: ${incident.title}.` : incident.summary,
    isAccessibleForFree: true,
    creator: { '@type': 'Organization', name: 'Receipts', url: `${origin}/` },
    temporalCoverage: coverage(incident),
    ...(incident.lastReportedAt === undefined ? {} : { dateModified: incident.lastReportedAt }),
    about: { '@type': 'Organization', name: incident.retailer.name },
    distribution: DOWNLOADS.map(([suffix, type]) => ({
      '@type': 'DataDownload',
      encodingFormat: type,
      contentUrl: `${origin}/v1/incidents/${incident.id}.${suffix}`,
    })),
    isBasedOn: articles.flatMap(({ url, title, publisher, publishedAt }) => {
      const address = webAddress(url);
      if (address === undefined) return [];
      return [
        {
          '@type': 'NewsArticle',
          url: address,
          headline: title,
          publisher: { '@type': 'Organization', name: publisher },
          ...(publishedAt === undefined ? {} : { datePublished: publishedAt }),
        },
      ];
    }),
  })}`;
};

/** Where an editor's system finds how to embed an incident's timeline (https://oembed.com). */
export const oembedLink = (id: string, title: string, origin: string): Html =>
  html`<link rel="alternate" type="application/json+oembed" title="${title}" href="${origin}/oembed?format=json&url=${encodeURIComponent(`${origin}/incidents/${id}`)}">`;
