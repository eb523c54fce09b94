import fc from 'fast-check';
import { exchangeOf, faultsOf, operationFor, operations, violations, type WireAnswer } from '../contract-document.ts';
import { type FuzzRequest, type Known, requestsFor } from './requests.ts';
import { createSender } from './send.ts';

/** An answer that should not have been, and the request that brought it. */
export interface Finding {
  readonly fault: string;
  readonly request: string;
}

/** What a run found. */
export interface FuzzReport {
  readonly seed: number;
  readonly requests: number;
  /** Requests of which a value is not allowed by the contract. */
  readonly broken: number;
  readonly byStatus: Readonly<Record<string, number>>;
  /** In the words of `documentedExchanges`. */
  readonly exchanges: ReadonlySet<string>;
  readonly operations: number;
  readonly findings: readonly Finding[];
  /** Requests that the contract allows and the server refuses, by the parameter that it names. */
  readonly refused: Readonly<Record<string, number>>;
}

interface FuzzOptions {
  readonly origin: string;
  readonly requests: number;
  readonly known: Known;
  readonly seed: number;
  readonly atOnce?: number;
}

const PROBLEM = { $ref: '#/components/schemas/Problem' };

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const problemFaults = (answer: WireAnswer): readonly string[] => {
  if (answer.header('content-type') !== 'application/problem+json')
    return [`${answer.status} without a problem document`];
  return violations(PROBLEM, parsed(answer.text)).map(fault => `problem${fault}`);
};

/** What is wrong with an answer to a request. */
const judge = (asked: FuzzRequest, answer: WireAnswer): readonly string[] => {
  const faults = [];
  if (answer.status >= 500) faults.push(`${answer.status}: ${answer.text.slice(0, 200)}`);
  if (answer.status >= 400) faults.push(...problemFaults(answer));
  if (operationFor(answer.method, answer.pathname) !== undefined) faults.push(...faultsOf(answer));
  else if (![400, 401, 404, 405, 429].includes(answer.status))
    faults.push(`${answer.status} where the contract has nothing`);
  const isAccepted = answer.status < 300 && answer.method === asked.operation.method;
  if (isAccepted && asked.broken.length > 0)
    faults.push(`accepted, although the contract does not allow ${asked.broken.join(', ')}`);
  return faults;
};

const refusedParameter = (asked: FuzzRequest, answer: WireAnswer): string | undefined => {
  if (answer.status !== 400 || asked.broken.length > 0 || asked.method !== asked.operation.method) return undefined;
  const { code, parameter } = (parsed(answer.text) ?? {}) as { readonly code?: string; readonly parameter?: string };
  return parameter ?? code;
};

const WRONG_KEYS = 20;
const hasWrongKey = ({ headers }: FuzzRequest, { keys }: Known): boolean => {
  const sent = headers['authorization'];
  return sent !== undefined && !keys.some(key => sent === `Bearer ${key}`);
};
const withoutKey = ({ headers: { authorization: _, ...headers }, ...request }: FuzzRequest): FuzzRequest => ({
  ...request,
  headers,
});

const inTurn = (known: Known, requests: number, seed: number): readonly FuzzRequest[] => {
  const each = Math.ceil(requests / operations.length);
  const columns = operations.map((operation, index) =>
    fc.sample(requestsFor(operation, known), { numRuns: each, seed: seed + index }),
  );
  const all = Array.from({ length: each }, (_, row) => columns.flatMap(column => column[row] ?? [])).flat();
  const wrong = all.filter(request => hasWrongKey(request, known));
  // More from one address are answered with 429 only, and hide everything else.
  const kept = new Set(wrong.filter((_, index) => index % Math.ceil(wrong.length / WRONG_KEYS) === 0));
  return all.map(request => (hasWrongKey(request, known) && !kept.has(request) ? withoutKey(request) : request));
};

const count = (table: Record<string, number>, key: string): void => {
  table[key] = (table[key] ?? 0) + 1;
};

/** Sends requests that are made from the contract, as many of each operation, and holds every answer to it. */
export const fuzz = async ({ origin, requests, known, seed, atOnce = 8 }: FuzzOptions): Promise<FuzzReport> => {
  const all = inTurn(known, requests, seed);
  const byStatus: Record<string, number> = {};
  const refused: Record<string, number> = {};
  const exchanges = new Set<string>();
  const findings: Finding[] = [];
  const sender = createSender(origin);
  let next = 0;
  const work = async (): Promise<void> => {
    for (let asked = all[next++]; asked !== undefined; asked = all[next++]) {
      const { method, target, headers, body } = asked;
      const words = `${method} ${target} ${JSON.stringify(headers)} ${body ?? ''}`.slice(0, 1500);
      const answer = await sender.send(asked).catch((error: Error) => error);
      if (answer instanceof Error) {
        findings.push({ fault: `no answer: ${answer.message}`, request: words });
        continue;
      }
      count(byStatus, String(answer.status));
      exchanges.add(exchangeOf(answer));
      const refusal = refusedParameter(asked, answer);
      if (refusal !== undefined) count(refused, `${asked.operation.id} ${refusal}`);
      for (const fault of judge(asked, answer)) findings.push({ fault, request: words });
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, work));
  } finally {
    sender.close();
  }
  const broken = all.filter(one => one.broken.length > 0).length;
  return { seed, requests: all.length, broken, byStatus, exchanges, operations: operations.length, findings, refused };
};
