import type { Client } from '../client.ts';
import { sql } from '../drizzle.ts';

/**
 * Takes back what was written under a clock that ran ahead: feeds that were polled in the future would be left alone
 * until it comes. Their times are moved by as much as they are ahead, so that they wait as long as they should have.
 */
export const takeBackFuture = async (client: Client): Promise<void> => {
  await client.rows(sql`
    with ahead as (
      select source_id, last_polled_at - now() as lead from receipts.source_state
      where last_polled_at > now() + interval '1 minute'
    ), polls as (
      update receipts.source_state s set last_polled_at = s.last_polled_at - lead, next_poll_at = s.next_poll_at - lead
      from ahead where ahead.source_id = s.source_id
    )
    update receipts.items i set changed_at = least(i.changed_at, now()), next_attempt_at = i.next_attempt_at - lead
    from ahead where ahead.source_id = i.source_id and (i.changed_at > now() or i.state = 'pending')`);
};
