import { createRequire } from 'node:module';
import type { Endpoint } from '../../db/client.ts';
import { openDriver } from '../../db/client.ts';
import { analyses, articles, claims, incidentLinks, incidents, revisions } from '../../db/schema/index.ts';

// The build that `db/drizzle.ts` takes: instances of two builds do not know each other's tables.
const require = createRequire(import.meta.url);
const { relations } = require('drizzle-orm') as typeof import('drizzle-orm');
const { drizzle } = require('drizzle-orm/postgres-js') as typeof import('drizzle-orm/postgres-js');

const schema = {
  incidents,
  incidentLinks,
  articles,
  analyses,
  revisions,
  claims,
  ofIncidents: relations(incidents, ({ many }) => ({ links: many(incidentLinks) })),
  ofLinks: relations(incidentLinks, ({ one, many }) => ({
    incident: one(incidents, { fields: [incidentLinks.incidentId], references: [incidents.id] }),
    article: one(articles, { fields: [incidentLinks.articleId], references: [articles.id] }),
    analysis: one(analyses, { fields: [incidentLinks.analysisId], references: [analyses.id] }),
    claims: many(claims),
  })),
  ofAnalyses: relations(analyses, ({ one }) => ({
    revision: one(revisions, { fields: [analyses.revisionId], references: [revisions.id] }),
  })),
  ofClaims: relations(claims, ({ one }) => ({
    link: one(incidentLinks, {
      fields: [claims.analysisId, claims.incident],
      references: [incidentLinks.analysisId, incidentLinks.position],
    }),
  })),
};

/** Reads all that a timeline is made of by drizzle's relational queries; it merges and words nothing, which favours it. */
export const openRelational = (endpoint: Endpoint) => {
  const driver = openDriver(endpoint, 'receipts bench', 10);
  const orm = drizzle(driver, { schema });
  return {
    read: (id: string) =>
      orm.query.incidents.findFirst({
        where: (incident, { eq }) => eq(incident.id, id),
        with: {
          links: {
            with: { article: true, analysis: { with: { revision: { columns: { text: false } } } }, claims: true },
          },
        },
      }),
    close: () => driver.end({ timeout: 1 }),
  };
};
