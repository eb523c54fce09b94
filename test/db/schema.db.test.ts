import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDriver, parseDatabaseUrl } from '../../db/client.ts';
import * as schema from '../../db/schema/index.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
let driver: ReturnType<typeof openDriver>;
beforeAll(async () => {
  database = await testDatabase();
  driver = openDriver(parseDatabaseUrl(database.url), 'test', 1);
});
afterAll(async () => {
  await driver.end();
  await database.close();
});

const tables = Object.values(schema).filter(value => is(value, PgTable)) as PgTable[];

/** `type`, `not null` and whether there is a default, per `table.column`. */
const declared = (): Record<string, string> =>
  Object.fromEntries(
    tables.flatMap(table => {
      const { name, columns } = getTableConfig(table);
      return columns.map(column => [
        `${name}.${column.name}`,
        `${column.getSQLType()}${column.notNull ? ' not null' : ''}${column.hasDefault ? ' default' : ''}`,
      ]);
    }),
  );

const migrated = async (): Promise<Record<string, string>> => {
  const rows = await driver<{ name: string; type: string; required: boolean; filled: boolean }[]>`
    select c.relname || '.' || a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
      a.attnotnull as required, a.atthasdef and a.attgenerated = '' as filled
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'receipts' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`;
  return Object.fromEntries(
    rows.map(row => [row.name, `${row.type}${row.required ? ' not null' : ''}${row.filled ? ' default' : ''}`]),
  );
};

describe('the schema in code and the migrated database', () => {
  test('have the same tables with the same columns, types, nullability and defaults', async () => {
    expect(Object.keys(declared()).length).toBeGreaterThan(80);
    expect(await migrated()).toEqual(declared());
  });

  test('have the same primary keys', async () => {
    const inCode = tables.map(table => {
      const { name, columns, primaryKeys } = getTableConfig(table);
      const single = columns.filter(column => column.primary).map(column => column.name);
      return `${name}: ${[...single, ...primaryKeys.flatMap(key => key.columns.map(column => column.name))].join(', ')}`;
    });
    const rows = await driver<{ key: string }[]>`
      select c.relname || ': ' || string_agg(a.attname, ', ' order by array_position(k.conkey, a.attnum)) as key
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum = any(k.conkey)
      where n.nspname = 'receipts' and k.contype = 'p' group by c.relname`;
    expect(rows.map(row => row.key).sort()).toEqual(inCode.sort());
  });

  test('keep the same columns to the same vocabularies', async () => {
    const rows = await driver<{ name: string; definition: string }[]>`
      select k.conname as name, pg_get_constraintdef(k.oid) as definition
      from pg_constraint k join pg_namespace n on n.oid = k.connamespace
      where n.nspname = 'receipts' and k.contype = 'c'`;
    const words = (definition: string) => [...definition.matchAll(/'([^']+)'/g)].map(match => match[1]).sort();
    const inDatabase = Object.fromEntries(rows.map(({ name, definition }) => [name, words(definition)]));
    const inCode = Object.fromEntries(
      schema.CHECKED_COLUMNS.map(({ table, column, values }) => [`${table}_${column}_check`, [...values].sort()]),
    );
    expect(inDatabase).toEqual(inCode);
  });
});
