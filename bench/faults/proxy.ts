import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Endpoint } from '../../db/client.ts';

/**
 * Where a statement is, as seen on the wire. `sent`: the client's message that makes the server begin (Sync, or a simple
 * query) is about to be passed on. `done`: the server's ReadyForQuery, after which everything is committed, is about to
 * be passed back.
 */
export type Boundary = 'sent' | 'done';

/** What a proxy's owner gets to decide about. */
export interface Crossing {
  readonly boundary: Boundary;
  /** Process id of the backend that serves this connection. */
  readonly backend: number;
  /** The statement's text, where this connection has told it; else empty. */
  readonly statement: string;
  /** The server said that it is inside a transaction, as the connection's last word (`T`), or not (`I`). */
  readonly inTransaction: boolean;
}

/** What is done at a crossing: `pass` it, or `cut` both sides without passing it. */
export type Verdict = 'pass' | 'cut';

/** A TCP door to a Postgres server that understands as much of the protocol as it takes to see statements pass. */
export interface Door extends AsyncDisposable {
  readonly url: string;
  /** Asked at each crossing, in order within one connection. */
  judge: (crossing: Crossing) => Verdict | Promise<Verdict>;
}

/** Splits a stream into messages; those of a client begin with one that has no type. */
const framing = (typed: boolean) => {
  let held: Buffer = Buffer.alloc(0);
  let isTyped = typed;
  return (chunk: Buffer): Buffer[] => {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    const messages: Buffer[] = [];
    for (;;) {
      const head = isTyped ? 1 : 0;
      if (held.length < head + 4) return messages;
      const length = head + held.readInt32BE(head);
      if (held.length < length) return messages;
      messages.push(held.subarray(0, length));
      held = held.subarray(length);
      isTyped = true;
    }
  };
};

const typeOf = (message: Buffer): string => String.fromCharCode(message[0] ?? 0);

const cString = (message: Buffer, from: number): string => message.toString('utf8', from, message.indexOf(0, from));

/** The text of a statement that is told by a Parse or Query message. */
const toldBy = (message: Buffer): { readonly name: string; readonly text: string } | undefined => {
  if (typeOf(message) === 'Q') return { name: '', text: cString(message, 5) };
  if (typeOf(message) !== 'P') return undefined;
  const name = cString(message, 5);
  return { name, text: cString(message, 6 + Buffer.byteLength(name)) };
};

const serveOne = (client: Socket, target: string, judge: (crossing: Crossing) => Verdict | Promise<Verdict>): void => {
  const server = connect(target);
  const statements = new Map<string, string>();
  let [backend, statement, inTransaction] = [0, '', false];
  const cut = () => {
    client.destroy();
    server.destroy();
  };
  for (const socket of [client, server]) socket.on('error', cut).on('close', cut);
  /** Passes messages on one after the other, each after it was judged. */
  const passing = (from: Socket, to: Socket, typed: boolean, look: (message: Buffer) => Boundary | undefined) => {
    const frame = framing(typed);
    let turn: Promise<void> = Promise.resolve();
    const pass = async (message: Buffer): Promise<void> => {
      const boundary = look(message);
      const verdict = boundary && (await judge({ boundary, backend, statement, inTransaction }));
      if (verdict === 'cut') cut();
      else if (!to.destroyed) to.write(message);
    };
    from.on('data', (chunk: Buffer) => {
      for (const message of frame(chunk)) turn = turn.then(() => pass(message));
    });
  };
  passing(client, server, false, message => {
    const told = toldBy(message);
    if (told) statements.set(told.name, told.text);
    if (told) statement = told.text;
    // Bind names its portal first, then its statement.
    if (typeOf(message) === 'B') {
      const portal = cString(message, 5);
      statement = statements.get(cString(message, 6 + Buffer.byteLength(portal))) ?? '';
    }
    return typeOf(message) === 'S' || typeOf(message) === 'Q' ? 'sent' : undefined;
  });
  passing(server, client, true, message => {
    if (typeOf(message) === 'K') backend = message.readInt32BE(5);
    if (typeOf(message) !== 'Z') return undefined;
    inTransaction = message[5] === 'T'.charCodeAt(0);
    return statement === '' ? undefined : 'done';
  });
};

/** Opens a door on the loopback to the server at an endpoint that is a unix socket. */
export const openProxy = async ({ host = '', port = 5432, user = '', database = '' }: Endpoint): Promise<Door> => {
  const open = new Set<Socket>();
  const server = createServer(client => {
    open.add(client.on('close', () => open.delete(client)));
    serveOne(client, join(host, `.s.PGSQL.${port}`), crossing => proxy.judge(crossing));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const proxy: Door = {
    url: `postgres://${user}@127.0.0.1:${(server.address() as AddressInfo).port}/${database}`,
    judge: () => 'pass',
    [Symbol.asyncDispose]: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
  return proxy;
};
