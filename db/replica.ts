import { AppError } from '#errors';
import type { Client } from './client.ts';

/** How long a replica that failed is left alone. */
const REST_MS = 5000;

/**
 * Reads from a replica, and from the primary while the replica cannot be had. It only reads; what is read may be older
 * than what the primary holds.
 *
 * @param log told when the replica is left, a sentence
 */
export const readingFrom = (replica: Client, primary: Client, log: (line: string) => void): Client => {
  let restsUntil = 0;
  const from = async <T>(read: (client: Client) => Promise<T>): Promise<T> => {
    if (performance.now() < restsUntil) return read(primary);
    try {
      return await read(replica);
    } catch (error) {
      // Whatever it is, the primary tells whether it is the question that is wrong.
      if (error instanceof AppError && error.code !== 'database-unavailable') throw error;
      restsUntil = performance.now() + REST_MS;
      log(`The replica at ${replica.where} is left for ${REST_MS / 1000} s: ${String(error)}`);
      return read(primary);
    }
  };
  return {
    ...primary,
    where: replica.where,
    query: statement => from(client => client.query(statement)),
    rows: query => from(client => client.rows(query)),
    read: (text, values) => from(client => client.read(text, values)),
  };
};
