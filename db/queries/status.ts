import { AppError } from '#errors';
import type { Client } from '../client.ts';
import { sql } from '../drizzle.ts';
import { knownVersion, refuseNewer, schemaVersion } from '../migrate.ts';
import type { StoreStatus } from '../store.ts';
import { listSources } from './sources.ts';

type Counts = Omit<StoreStatus, 'sources'>;

/** What is held, in numbers. */
export const status = async (client: Client): Promise<StoreStatus> => {
  const [sources, [counts]] = await Promise.all([
    listSources(client),
    client.rows<Counts>(sql`select
      (select count(*)::integer from receipts.articles) as articles,
      (select count(*)::integer from receipts.revisions) as revisions,
      (select count(*)::integer from receipts.analyses) as analyses,
      (select count(*)::integer from receipts.claims) as claims,
      (select count(*)::integer from receipts.incidents) as incidents,
      (select count(*)::integer from receipts.items where state = 'pending') as "pendingItems",
      (select count(*)::integer from receipts.items where state = 'failed') as "failedItems",
      (select count(*)::integer from receipts.relink_marks) as "relinkMarks"`),
  ]);
  if (!counts) throw new Error('counting returned nothing');
  return { sources, ...counts };
};

/** Resolves where the database answers and has the schema of this code. @throws AppError otherwise. */
export const ready = async (client: Client): Promise<void> => {
  const known = knownVersion();
  const found = await schemaVersion(client);
  refuseNewer(found, known, client.where);
  if (found === known) return;
  throw new AppError(
    'database-unavailable',
    `The database at ${client.where} has schema version ${found} of ${known}.`,
    {
      subject: client.where,
      hint: 'Run `receipts migrate`, or start `receipts serve`, which brings it up to date.',
      data: { schema: found },
    },
  );
};
