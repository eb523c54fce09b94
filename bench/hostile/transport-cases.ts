import type { ServerResponse } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { AppError } from '../../src/errors.ts';
import { anything, type Expectation, refused, says } from './judge.ts';

/** A hostile server: how it answers, and what must come of a fetch. */
export interface TransportCase {
  readonly name: string;
  readonly kind: 'feed' | 'page';
  /** What takes time and is no part of the answer. */
  readonly prepare?: () => void;
  readonly answer: (response: ServerResponse, url: URL) => void;
  readonly expect: Expectation;
  /** It never ends: what is measured is that it is given up. */
  readonly isSlow?: boolean;
}

const HUNDRED_MIB = 100 * 1024 * 1024;
const html = { 'content-type': 'text/html' };

const compressed = (coding: string, compress: (data: Buffer) => Buffer): TransportCase => {
  let bomb: Buffer | undefined;
  return {
    name: `M16 100 MiB in ${coding}`,
    kind: 'page',
    prepare: () => {
      bomb = compress(Buffer.alloc(HUNDRED_MIB));
    },
    answer: response => void response.writeHead(200, { ...html, 'content-encoding': coding }).end(bomb),
    expect: refused('fetch-too-large'),
  };
};

/** Writes the same again and again for as long as anybody listens. */
const forEver = (response: ServerResponse, chunk: Buffer, everyMs = 0): void => {
  if (response.destroyed) return;
  const onward = response.write(chunk);
  if (everyMs > 0) setTimeout(forEver, everyMs, response, chunk, everyMs);
  else if (onward) setImmediate(forEver, response, chunk);
  else response.once('drain', () => forEver(response, chunk));
};

const TIMED_OUT = { error: new AppError('fetch-timeout', 'It did not answer in time.') };

const answers = (
  name: string,
  answer: TransportCase['answer'],
  expect: Expectation,
  kind: TransportCase['kind'] = 'page',
): TransportCase => ({ name, kind, answer, expect, isSlow: expect !== anything && expect(TIMED_OUT) === undefined });

const raw = (text: string) => (response: ServerResponse) => response.socket?.end(text);

/** What servers did to those that asked them. */
export const TRANSPORT_CASES: readonly TransportCase[] = [
  compressed('gzip', gzipSync),
  compressed('br', data => brotliCompressSync(data)),
  compressed('zstd', zstdCompressSync),
  compressed('deflate', deflateSync),
  compressed('br, gzip', data => gzipSync(brotliCompressSync(data))),
  answers(
    'M10 300 MB',
    response => {
      response.writeHead(200, html);
      forEver(response, Buffer.alloc(1024 * 1024, 'x'));
    },
    refused('fetch-too-large'),
  ),
  answers(
    'M10 a length of 300 MB',
    response => {
      response.writeHead(200, { ...html, 'content-length': String(300_000_000) });
      forEver(response, Buffer.alloc(64 * 1024, 'x'));
    },
    refused('fetch-too-large'),
  ),
  answers(
    'M11 what goes along to another origin',
    (response, url) =>
      response.writeHead(302, { location: `http://localhost:${url.port}/headers`, 'set-cookie': 'a=1' }).end(),
    says('accept accept-encoding connection host user-agent'),
  ),
  answers(
    'a drip of one byte in 50 ms',
    response => {
      response.writeHead(200, html);
      forEver(response, Buffer.from('x'), 50);
    },
    refused('fetch-timeout'),
  ),
  answers(
    'headers that drip',
    response => {
      const { socket } = response;
      socket?.write('HTTP/1.1 200 OK\r\n');
      const drip = () => void (socket?.destroyed === false && socket.write('x: y\r\n') && setTimeout(drip, 50));
      drip();
    },
    refused('fetch-timeout', 'fetch-failed'),
  ),
  answers('no answer', () => {}, refused('fetch-timeout')),
  answers(
    'headers without an end',
    response => {
      const { socket } = response;
      const flood = () =>
        void (socket?.destroyed === false && socket.write(`x: ${'y'.repeat(8_000)}\r\n`, () => setImmediate(flood)));
      socket?.write('HTTP/1.1 200 OK\r\n');
      flood();
    },
    refused('fetch-failed'),
  ),
  answers(
    'a length that is too long',
    raw('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 500\r\n\r\nshort'),
    refused('fetch-failed'),
  ),
  answers(
    'two lengths',
    raw('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nshort'),
    refused('fetch-failed'),
  ),
  answers('no HTTP', raw('SSH-2.0-OpenSSH_9.2\r\n'), refused('fetch-failed')),
  answers('the connection cut', response => response.socket?.destroy(), refused('fetch-failed')),
  answers(
    'damaged gzip',
    response => response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end('no gzip'),
    refused('fetch-failed'),
  ),
  answers(
    'gzip that is cut off',
    response =>
      response
        .writeHead(200, { ...html, 'content-encoding': 'gzip' })
        .end(gzipSync(Buffer.alloc(100_000, 'words ')).subarray(0, 100)),
    refused('fetch-failed'),
  ),
  answers(
    'an encoding that nobody knows',
    response => response.writeHead(200, { ...html, 'content-encoding': 'rot13' }).end('x'),
    refused('fetch-failed'),
  ),
  answers(
    'an encoding in twenty layers',
    response => response.writeHead(200, { ...html, 'content-encoding': Array(20).fill('gzip').join(', ') }).end('x'),
    refused('fetch-failed'),
  ),
  answers(
    'redirects without an end',
    (response, url) =>
      response.writeHead(302, { location: `${url.pathname}?${Number(url.search.slice(1) || 0) + 1}` }).end(),
    refused('fetch-redirects'),
  ),
  answers(
    'a redirect to a file',
    response => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    refused('fetch-redirects'),
  ),
  answers('a redirect to nowhere', response => response.writeHead(302).end(), refused('fetch-redirects')),
  answers(
    'a redirect into a cloud',
    response => response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
    refused('fetch-address-blocked'),
  ),
  answers(
    'a redirect with a password',
    response => response.writeHead(302, { location: 'http://a:b@n.example/' }).end(),
    refused('fetch-redirects'),
  ),
  answers(
    'a redirect of 30 KB',
    response => response.writeHead(302, { location: `/${'x'.repeat(30_000)}` }).end(),
    refused('fetch-redirects', 'fetch-failed'),
  ),
  answers(
    'a picture',
    response => response.writeHead(200, { 'content-type': 'image/png' }).end('x'),
    refused('fetch-content-type'),
  ),
  answers(
    'a film that is a feed',
    response => response.writeHead(200, { 'content-type': 'video/mp4' }).end('<rss/>'),
    refused('fetch-content-type'),
    'feed',
  ),
  answers(
    'a content type of 30 KB',
    response => response.writeHead(200, { 'content-type': `text/${'x'.repeat(30_000)}` }).end('x'),
    refused('fetch-content-type'),
  ),
  answers(
    'a charset of 30 KB',
    response => response.writeHead(200, { 'content-type': `text/html; charset=${'x'.repeat(30_000)}` }).end('<p>hello'),
    anything,
  ),
  answers(
    'a challenge (403)',
    response => response.writeHead(403, { ...html, 'cf-mitigated': 'challenge' }).end('x'),
    refused('fetch-status'),
  ),
  answers('gone (410)', response => response.writeHead(410).end(), refused('fetch-status'), 'feed'),
  answers(
    'trouble (503) with an absurd wish',
    response => response.writeHead(503, { 'retry-after': '9'.repeat(300) }).end(),
    refused('fetch-status'),
    'feed',
  ),
  answers('status 999', response => response.writeHead(999).end(), refused('fetch-status', 'fetch-failed')),
  answers('a status that is none', raw('HTTP/1.1 99999 X\r\n\r\n'), refused('fetch-failed')),
  answers(
    'early hints without an end',
    response => {
      const flood = (): void => {
        if (response.destroyed) return;
        response.writeEarlyHints({ link: '</x>; rel=preload' });
        if ((response.socket?.writableLength ?? 0) < 100_000) setImmediate(flood);
        else setTimeout(flood, 10);
      };
      flood();
    },
    refused('fetch-timeout', 'fetch-failed'),
  ),
];
