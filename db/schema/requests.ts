import { text, timestamp } from '../drizzle.ts';
import { namespace } from './namespace.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'string' });

/** What readers ask the editors to correct. */
export const correctionRequests = namespace.table('correction_requests', {
  id: text('id').primaryKey(),
  at: instant('at').notNull(),
  incidentId: text('incident_id').notNull(),
  message: text('message').notNull(),
  about: text('about'),
  contact: text('contact'),
  settledAt: instant('settled_at'),
  settledBy: text('settled_by'),
});
