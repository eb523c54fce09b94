import { afterAll, beforeAll, expect, test } from 'vitest';
import { seed } from '../http/seed.ts';
import { type TestDesk, testDesk } from '../support/desk.ts';
import { knownValues } from '../support/fuzz/known.ts';
import { fuzz } from '../support/fuzz/run.ts';
import { fullyEquipped } from '../support/fuzz/server.ts';

/** `npm run fuzz:api` sends at least 20,000 to a server with the demo's news. */
const REQUESTS = 1_200;

let desk: TestDesk;

beforeAll(async () => {
  desk = await testDesk({ RECEIPTS_RATE_LIMIT: '0', RECEIPTS_KEY_RATE_LIMIT: '0' }, { change: fullyEquipped });
  await seed(desk.program.store);
});
afterAll(async () => {
  await desk?.close();
});

test('requests made from the contract get answers that are in it, and never a fault of ours', async () => {
  const keys = [await desk.key('read'), await desk.key('write'), await desk.key('admin')];
  const known = { values: await knownValues(desk.origin), keys };
  const report = await fuzz({ origin: desk.origin, requests: REQUESTS, known, seed: 20_250_422 });
  expect(report.findings).toEqual([]);
  expect(report.requests).toBeGreaterThanOrEqual(REQUESTS);
  // The run is worth something only where both kinds of requests came, and many of the documented answers.
  expect(report.broken).toBeGreaterThan(report.requests / 10);
  expect(report.byStatus['200']).toBeGreaterThan(report.requests / 5);
  expect(report.exchanges.size).toBeGreaterThan(report.operations * 2);
});
