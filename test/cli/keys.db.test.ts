import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../support/command.ts';
import { createDatabase } from '../support/database.ts';
import { testDesk } from '../support/desk.ts';

let database: Awaited<ReturnType<typeof createDatabase>>;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(async () => {
  await database?.drop();
});

test('receipts keys makes a key that works, lists it without its secret, and revokes it', async () => {
  const environment = { DATABASE_URL: database.url };
  const made = await run(['keys', 'create', 'City desk', '--scope', 'write', '--per-minute', '7'], environment);
  expect(made.code).toBe(0);
  const token = made.stdout.trim();
  expect(token).toMatch(/^rcp_[0-9a-f]{12}_[\w-]{43}$/);
  expect(made.stderr).not.toContain(token);
  const desk = await testDesk({}, { url: database.url });
  try {
    const ask = () => desk.http.get('/v1/webhooks').set('Authorization', `Bearer ${token}`);
    const answer = await ask();
    expect([answer.status, answer.headers['ratelimit-policy']]).toEqual([200, '"key";q=7;w=60']);
    const listed = await run(['keys', 'list', '--json'], environment);
    const { keys } = JSON.parse(listed.stdout);
    expect(keys).toMatchObject([{ name: 'City desk', scope: 'write', perMinute: 7 }]);
    expect(listed.stdout).not.toContain(token.slice(17));
    expect((await run(['keys', 'revoke', keys[0].id], environment)).code).toBe(0);
    expect((await ask()).status).toBe(401);
    const admin = await desk.key('admin');
    const log = await desk.http.get('/v1/audit').set('Authorization', `Bearer ${admin}`);
    expect(log.body.items.map(({ action }: { action: string }) => action)).toEqual(['keys revoke', 'keys create']);
    const wrong = await run(['keys', 'create', 'X', '--scope', 'everything'], environment);
    expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('read, write, admin')]);
  } finally {
    await desk.close();
  }
});
