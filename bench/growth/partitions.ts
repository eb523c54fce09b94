import type postgres from 'postgres';

/** Looking things up in a table as it is and in a copy of it that is partitioned by month; medians in ms. */
export interface PartitionCosts {
  readonly rows: number;
  readonly partitions: number;
  readonly byArticle: { readonly whole: number; readonly parted: number };
  readonly insert: { readonly whole: number; readonly parted: number };
}

const time = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/**
 * Whether months pay: the ledger is read by article, by analysis and by retailer, never by month. `analyses` stands for
 * the ledger's tables; the copy is dropped afterwards.
 */
export const measurePartitions = async (driver: postgres.Sql, lookups: number): Promise<PartitionCosts> => {
  await driver.unsafe(`
    drop schema if exists parted cascade; create schema parted;
    create table parted.whole as select * from receipts.analyses;
    create index on parted.whole (article_id, extractor);
    create table parted.months (like receipts.analyses) partition by range (analysed_at);`);
  const months = await driver<{ month: string; next: string }[]>`
    select to_char(m, 'YYYY-MM-DD') as month, to_char(m + interval '1 month', 'YYYY-MM-DD') as next
    from (select distinct date_trunc('month', analysed_at) as m from receipts.analyses) as all_months order by 1`;
  for (const { month, next } of months)
    await driver.unsafe(
      `create table parted.m${month.replaceAll('-', '')} partition of parted.months for values from ('${month}') to ('${next}')`,
    );
  await driver.unsafe(`insert into parted.months select * from receipts.analyses;
    create index on parted.months (article_id, extractor); analyze parted.whole; analyze parted.months;`);
  const articles = await driver<{ article_id: string }[]>`
    select article_id from receipts.analyses order by md5(id) limit ${lookups}`;
  const measured = {
    look: { whole: [] as number[], parted: [] as number[] },
    put: { whole: [] as number[], parted: [] as number[] },
  };
  for (const { article_id } of articles) {
    measured.look.whole.push(await time(() => driver`select id from parted.whole where article_id = ${article_id}`));
    measured.look.parted.push(await time(() => driver`select id from parted.months where article_id = ${article_id}`));
    const [row] = await driver`select * from receipts.analyses where article_id = ${article_id}`;
    if (row === undefined) continue;
    measured.put.whole.push(await time(() => driver`insert into parted.whole ${driver(row)}`));
    measured.put.parted.push(await time(() => driver`insert into parted.months ${driver(row)}`));
  }
  const [count] = await driver<{ rows: number }[]>`select count(*)::integer as rows from parted.whole`;
  await driver.unsafe('drop schema parted cascade');
  return {
    rows: count?.rows ?? 0,
    partitions: months.length,
    byArticle: { whole: median(measured.look.whole), parted: median(measured.look.parted) },
    insert: { whole: median(measured.put.whole), parted: median(measured.put.parted) },
  };
};
