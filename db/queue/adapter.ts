import type { Db } from 'pg-boss';
import { type Endpoint, openDriver, repeated } from '../client.ts';

/** What pg-boss runs its statements on. */
export interface QueueDriver {
  readonly db: Db;
  close(): Promise<void>;
}

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** A value as node-postgres would send it, which is what pg-boss counts on: JSON as text, arrays as literals. */
const toParameter = (value: unknown): string | number | boolean | null => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) {
    const parts = value.map(part => (part === null || part === undefined ? 'NULL' : quoted(String(toParameter(part)))));
    return `{${parts.join(',')}}`;
  }
  return JSON.stringify(value);
};

/**
 * A script without `begin` and `commit`: sent as one message it is one transaction by itself, and where it fails, no
 * connection is left behind inside a broken transaction.
 */
const withoutTransaction = (text: string): string => {
  const script = /^\s*BEGIN;([\s\S]*)COMMIT;\s*$/.exec(text)?.[1];
  return script === undefined ? text : script;
};

/** Connects pg-boss to Postgres by the driver that everything else uses. */
export const openQueueDriver = (endpoint: Endpoint, connections: number): QueueDriver => {
  const driver = openDriver(endpoint, 'receipts queue', connections, {
    fetch_types: true,
    // JSON comes as text already.
    types: { json: { to: 114, from: [114, 3802], serialize: (text: string) => text, parse: JSON.parse } },
  });
  const executeSql = async (text: string, values: readonly unknown[] = []) => {
    if (values.length > 0) return { rows: [...(await driver.unsafe(text, values.map(toParameter)))] };
    const results: readonly unknown[] = await driver.unsafe(withoutTransaction(text)).simple();
    // Several statements give a list of row lists.
    return { rows: results.every(Array.isArray) ? results.flat() : [...results] };
  };
  return {
    // pg-boss fences what it writes, so that what was done already is not done again.
    db: { executeSql: (text, values) => repeated(() => executeSql(text, values)) },
    close: async () => driver.end({ timeout: 5 }),
  };
};
