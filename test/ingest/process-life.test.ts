import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { serve } from '../support/http-server.ts';

const PROGRAM = `
  import { createFetcher } from '#ingest';
  const [origin] = process.argv.slice(1);
  const fetcher = createFetcher({ userAgent: 'Receipts test', allowOrigins: [origin], gapMs: 200 });
  for (const name of ['robots.txt', 'page', 'page']) await fetcher.fetch(origin + '/' + name, { kind: 'page' });
  await fetcher.close();
  process.stdout.write('all fetched');
`;

test("a program that does nothing but fetch lives until a host's next turn has come", async () => {
  await using server = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Words.</p>');
  });
  const child = spawn(process.execPath, ['--input-type=module', '--eval', PROGRAM, server.origin], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', text => {
    said += text;
  });
  const [code] = await once(child, 'close');
  expect([code, said]).toEqual([0, 'all fetched']);
});
