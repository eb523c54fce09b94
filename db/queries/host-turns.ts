import type { Client } from '../client.ts';
import { sql } from '../drizzle.ts';
import { storable } from '../text.ts';

/**
 * Takes the next turn at a host among all processes that share the database; turns are `gapMs` ms apart.
 *
 * @returns milliseconds until the turn; 0: it is now
 */
export const takeHostTurn = async (client: Client, host: string, gapMs: number): Promise<number> => {
  const [turn] = await client.rows<{ wait: number }>(sql`
    insert into receipts.host_turns as h (host, next_at)
    values (${storable(host)}, clock_timestamp() + ${gapMs}::double precision * interval '1 millisecond')
    on conflict (host) do update set next_at = greatest(h.next_at, clock_timestamp())
      + ${gapMs}::double precision * interval '1 millisecond'
    returning (extract(epoch from next_at - clock_timestamp()) * 1000 - ${gapMs}::double precision)::double precision as wait`);
  return Math.max(0, Math.round(turn?.wait ?? 0));
};
