import { Agent, request } from 'node:http';
import type { WireAnswer } from '../contract-document.ts';
import type { FuzzRequest } from './requests.ts';

/** Sends requests as they are: `fetch` would tidy paths up and follow redirects. */
export const createSender = (origin: string): { send(request: FuzzRequest): Promise<WireAnswer>; close(): void } => {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const { hostname, port } = new URL(origin);
  const send = ({ method, target, headers, body }: FuzzRequest): Promise<WireAnswer> =>
    new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      // Encoded bodies are another test's; here they would have to be decoded first.
      const sent = { ...headers, 'accept-encoding': 'identity', ...length };
      const asked = request({ hostname, port, agent, method, path: target, headers: sent }, response => {
        const [pathname = ''] = target.split('?');
        const answer = (text: string): WireAnswer => ({
          method,
          pathname,
          status: response.statusCode ?? 0,
          header: name => {
            const value = response.headers[name.toLowerCase()];
            return Array.isArray(value) ? value.join(', ') : value;
          },
          text,
        });
        if (response.headers['content-type']?.startsWith('text/event-stream')) {
          // It would not end.
          response.destroy();
          resolve(answer(''));
          return;
        }
        const chunks: Buffer[] = [];
        response.on('data', chunk => chunks.push(chunk as Buffer));
        response.on('end', () => resolve(answer(Buffer.concat(chunks).toString('utf8'))));
        response.on('error', reject);
      });
      asked.on('error', reject);
      asked.end(body);
    });
  return { send, close: () => agent.destroy() };
};
