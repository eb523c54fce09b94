import { once } from 'node:events';
import type { Response } from 'express';
import type { Answer } from './answer.ts';
import { NEVER_STORE } from './answer.ts';

/** A comment is sent this often, so that neither end nor what is between takes the connection for dead. */
const HEARTBEAT_MS = 15_000;
/** A reader that takes nothing for so long is let go; it comes back with `Last-Event-ID`. */
const STALLED_MS = 30_000;
/** Milliseconds after which a client comes back. */
const RETRY_MS = 3_000;

/** One server-sent event. `data` is written as JSON, on one line. */
export interface StreamEvent {
  readonly id: string;
  readonly event: string;
  readonly data: object;
}

const textOf = ({ id, event, data }: StreamEvent): string =>
  `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/** Writes server-sent events (WHATWG HTML, 9.2) until their source ends or the reader leaves. */
export const sendStream = async (
  response: Response,
  { events }: Extract<Answer, { readonly kind: 'stream' }>,
): Promise<void> => {
  response.setHeader('Content-Type', 'text/event-stream');
  response.setHeader('Cache-Control', NEVER_STORE);
  // nginx would hold the events back.
  response.setHeader('X-Accel-Buffering', 'no');
  response.status(200);
  if (response.req.method === 'HEAD') {
    response.end();
    return;
  }
  const left = new AbortController();
  response.on('close', () => left.abort());
  const write = async (text: string): Promise<void> => {
    if (response.write(text)) return;
    await once(response, 'drain', { signal: AbortSignal.any([left.signal, AbortSignal.timeout(STALLED_MS)]) });
  };
  response.flushHeaders();
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
  try {
    await write(`retry: ${RETRY_MS}\n\n`);
    for await (const event of events(left.signal)) await write(textOf(event));
  } catch (error) {
    const isStalled = error instanceof DOMException || (error instanceof Error && error.name === 'AbortError');
    if (!left.signal.aborted && !isStalled) throw error;
  } finally {
    clearInterval(heartbeat);
    response.end();
  }
};
