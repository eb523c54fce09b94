import { once } from 'node:events';
import { connect } from 'node:net';

/** What a server did under load. */
export interface Load {
  readonly requests: number;
  readonly seconds: number;
  /** Requests in a second. */
  readonly rate: number;
}

const LENGTH = /\r\ncontent-length: (\d+)/i;

/** One connection that asks the same again and again; it counts bytes and reads no more of the answers than it must. */
const ask = async (port: number, next: () => string | undefined, status: number): Promise<void> => {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.setNoDelay(true);
  let head = '';
  let left = -1;
  const finished = new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('data', (bytes: Buffer) => {
      let rest = bytes.byteLength;
      if (left < 0) {
        head += bytes.toString('latin1');
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        if (!head.startsWith(`HTTP/1.1 ${status} `)) return reject(new Error(head.slice(0, 300)));
        left = Number(LENGTH.exec(head.slice(0, end))?.[1] ?? 0);
        rest = head.length - end - 4;
      }
      left -= rest;
      if (left > 0) return;
      [head, left] = ['', -1];
      const text = next();
      if (text === undefined) resolve();
      else socket.write(text);
    });
  });
  socket.write(next() ?? '');
  await finished.finally(() => socket.destroy());
};

/** What is asked for, and what must come. */
interface Asked {
  /** Each in its turn; with the tag that the reader has, if it has one. */
  readonly paths: readonly { readonly path: string; readonly tag?: string }[];
  readonly requests: number;
  readonly lines: number;
  readonly status: number;
}

/** Asks so often on so many connections. Throws where an answer has another status. */
export const load = async (port: number, { paths, requests, lines, status }: Asked): Promise<Load> => {
  const head = `Host: 127.0.0.1:${port}\r\nAccept-Encoding: br\r\nAccept: application/json\r\n`;
  const texts = paths.map(
    ({ path, tag }) => `GET ${path} HTTP/1.1\r\n${head}${tag === undefined ? '' : `If-None-Match: ${tag}\r\n`}\r\n`,
  );
  let sent = 0;
  const next = (): string | undefined => (sent < requests ? texts[sent++ % texts.length] : undefined);
  const started = performance.now();
  await Promise.all(Array.from({ length: lines }, () => ask(port, next, status)));
  const seconds = (performance.now() - started) / 1000;
  return { requests, seconds, rate: requests / seconds };
};
