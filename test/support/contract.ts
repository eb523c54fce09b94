import type { Response } from 'supertest';
import { expect, TestRunner } from 'vitest';
import { exchangeOf, faultsOf, violations, type WireAnswer } from './contract-document.ts';

export * from './contract-document.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** Answers that the test got, in the words of `documentedExchanges`; `closing-line.ts` adds them up. */
    exchanges?: string[];
  }
}

/** Notes an answer with the test that got it. */
const noteExchange = (exchange: string): void => {
  const test = TestRunner.getCurrentTest();
  if (test === undefined) return;
  const noted = test.meta.exchanges ?? [];
  if (!noted.includes(exchange)) noted.push(exchange);
  test.meta.exchanges = noted;
};

const wireAnswer = (response: Response): WireAnswer => ({
  method: response.request.method,
  pathname: new URL(response.request.url).pathname,
  status: response.status,
  header: name => response.headers[name.toLowerCase()] as string | undefined,
  text: response.text ?? '',
});

/** Checks an answer as it came over the wire against the contract. Returns it in the words of `documentedExchanges`. */
export const expectWire = (answer: WireAnswer): string => {
  expect(
    faultsOf(answer),
    `${answer.method} ${answer.pathname} ${answer.status}: ${answer.text.slice(0, 500)}`,
  ).toEqual([]);
  const exchange = exchangeOf(answer);
  noteExchange(exchange);
  return exchange;
};

/**
 * Checks an answer against the contract: path, method, status, media type, headers and body must be documented and
 * match. Adds what was answered to `seen`, in the words of `documentedAnswers` and of `documentedExchanges`.
 */
export const expectContract = (response: Response, seen?: Set<string>): Response => {
  const exchange = expectWire(wireAnswer(response));
  seen?.add(exchange.slice(0, exchange.lastIndexOf(' ')));
  seen?.add(exchange);
  return response;
};

/** Checks a problem that stands outside the contract's paths: an unknown path, or a method other than GET. */
export const expectProblem = (response: Response): Response => {
  expect(response.headers['content-type']).toBe('application/problem+json');
  expect(violations({ $ref: '#/components/schemas/Problem' }, JSON.parse(response.text))).toEqual([]);
  return response;
};
