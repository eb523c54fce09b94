import type { Store } from '#db';
import type { LocalIncidentRecord } from '#domain/incident.ts';
import { viewAt } from '#incidents/view.ts';

/** What counts at present of all that is held about a victim. */
export const recordsOf = async (store: Store, victim: string): Promise<readonly LocalIncidentRecord[]> =>
  viewAt(await store.victimLedger(victim)).records;
