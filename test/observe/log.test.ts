import { describe, expect, test } from 'vitest';
import { createLog, createMetrics, observerOf } from '#observe';
import { LOG_FORMATS } from '../../src/observe/log-options.ts';
import { scrub } from '../../src/observe/scrub.ts';

const API_KEY = `rcp_0123456789ab_${'S3cret-x'.repeat(6).slice(0, 43)}`;
/** What must never be read in a log, in the words around it in which it gets there. */
const SECRETS: Readonly<Record<string, readonly [around: string, secret: string]>> = {
  'an API key': [`The key ${API_KEY} is wrong`, API_KEY.slice(17)],
  'an authorization header': [`authorization: Bearer abcdef0123456789`, 'abcdef0123456789'],
  'a basic login': ['Basic dXNlcjpwYXNzd29yZA==', 'dXNlcjpwYXNzd29yZA'],
  'a cookie': ['Cookie: receipts_desk=abc.def-9', 'abc.def-9'],
  'the password of a database': ['cannot reach postgres://me:hunter2@db.example:5432/receipts', 'hunter2'],
  'the password of a mail server': ['smtp://robot:hunter2@mail.example', 'hunter2'],
  'a token in a query': ['GET https://feeds.example/rss?user=7&token=hunter2&x=1', 'hunter2'],
  'an api_key in a query': ['https://feeds.example/rss?api_key=hunter2', 'hunter2'],
  'a password in JSON': ['{"password": "hunter2", "name": "x"}', 'hunter2'],
  'the secret of a webhook': ['signed with whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
  'the token of a letter': ['GET /mail/unsubscribe/uns_Zm9vYmFy', 'Zm9vYmFy'],
};

const writing = (format: (typeof LOG_FORMATS)[number]) => {
  const lines: string[] = [];
  const log = createLog({ format, level: 'debug', write: line => lines.push(line) });
  return { log, lines };
};

describe.each(Object.entries(SECRETS))('%s', (_name, [around, secret]) => {
  test.each(LOG_FORMATS)('is in no line of the log: %s', format => {
    const { log, lines } = writing(format);
    log.info(around);
    log.warn({ about: around, deep: { er: [around] } }, 'A sentence.');
    log.error({ err: new Error(around, { cause: new Error(around) }) }, around);
    log.info({ authorization: secret, headers: { cookie: secret } }, 'By their names.');
    log.info({ deep: { password: secret, token: secret } }, 'By their names, deeper.');
    expect(lines).toHaveLength(5);
    expect(lines.join('')).not.toContain(secret);
    expect(lines.join('')).toContain('(hidden)');
  });

  test('leaves JSON readable', () => {
    const { log, lines } = writing('json');
    log.warn({ about: around, json: JSON.stringify({ password: secret, around }) }, around);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'warn', time: expect.stringMatching(/^\d{4}-/) });
  });
});

test('words that are no secrets stay as they are', () => {
  const line = 'bbc-news: 3 new items; "No passwords were taken", the store said (key_0123456789ab).';
  expect(scrub(line)).toBe(line);
});

test('a long line full of beginnings is scrubbed in linear time, or this runs into its time limit', () => {
  const line = `${'://'.repeat(50_000)} ${'token='.repeat(20_000)} ${'bearer '.repeat(20_000)}`;
  expect(scrub(line)).toContain('(hidden)');
});

describe('the observer', () => {
  const answered = {
    id: 'req-1',
    method: 'GET',
    route: '/v1/incidents/:id',
    status: 200,
    seconds: 0.012,
    broken: false,
    stream: false,
    keyId: 'key_0123456789ab',
  } as const;
  const observed = (format: (typeof LOG_FORMATS)[number]) => {
    const { log, lines } = writing(format);
    const metrics = createMetrics();
    return { lines, metrics, observer: observerOf(log, metrics) };
  };

  test('writes a line for each request, with its id and the id of its key', () => {
    const { observer, lines } = observed('json');
    observer.request(answered);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'info',
      request: 'req-1',
      route: '/v1/incidents/:id',
      keyId: 'key_0123456789ab',
      status: 200,
      ms: 12,
    });
  });

  test('tells people only of those that went wrong or took long', () => {
    const { observer, lines } = observed('text');
    observer.request(answered);
    observer.request({ ...answered, status: 500 });
    observer.request({ ...answered, seconds: 3, broken: true });
    expect(lines).toEqual([
      'GET /v1/incidents/:id 500 in 12 ms\n',
      'GET /v1/incidents/:id 200 in 3000 ms, broken off\n',
    ]);
  });

  test('tells of a job by its id, and counts it', async () => {
    const { observer, lines, metrics } = observed('json');
    observer.job({ kind: 'poll', id: 'job-1', seconds: 0.2 });
    observer.job({ kind: 'poll', id: 'job-2', seconds: 0.2, error: new Error('No answer.') });
    expect(lines.map(line => JSON.parse(line))).toMatchObject([
      { level: 'debug', job: 'job-1' },
      { level: 'error', job: 'job-2', err: { message: 'No answer.' } },
    ]);
    expect(await metrics.text()).toContain('receipts_job_duration_seconds_count{kind="poll",outcome="failed"} 1');
  });
});
