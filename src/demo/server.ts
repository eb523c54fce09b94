import { hash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Answer } from './routes.ts';

const etagOf = (body: Buffer): string => `"${hash('sha256', body, 'base64url').slice(0, 22)}"`;

/** RFC 9110, 13.2.2: `If-None-Match` decides where it is sent, `If-Modified-Since` else. */
const unchanged = (request: IncomingMessage, etag: string, lastModified: Date | undefined): boolean => {
  const wanted = request.headers['if-none-match'];
  if (wanted !== undefined) {
    return wanted.split(',').some(tag => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
  }
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  return (
    lastModified !== undefined && !Number.isNaN(since) && Math.floor(lastModified.getTime() / 1000) * 1000 <= since
  );
};

const send = (request: IncomingMessage, response: ServerResponse, answer: Answer): void => {
  const { status, contentType, body, lastModified } = answer;
  response.setHeader('Content-Type', contentType);
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('X-Receipts-Demo', 'DEMO');
  if (status === 200) {
    const etag = etagOf(body);
    response.setHeader('ETag', etag);
    if (lastModified) response.setHeader('Last-Modified', lastModified.toUTCString());
    if (unchanged(request, etag, lastModified)) {
      response.removeHeader('Content-Type');
      response.writeHead(304).end();
      return;
    }
  }
  response.writeHead(status, { 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
};

/** An HTTP server that answers GET and HEAD with what `answer` gives for the path. It does not listen yet. */
export const newsServer = (answer: (path: string) => Answer): Server =>
  createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    const path = (request.url ?? '/').replace(/[?#].*$/s, '');
    send(request, response, answer(path));
  });
