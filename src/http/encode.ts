import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request } from 'express';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Encodings that answers come in, the one that we like best first. */
export const ENCODINGS = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Weights by name out of an `Accept-Encoding` (RFC 9110, 12.5.3). */
const weightsIn = (header: string): ReadonlyMap<string, number> =>
  new Map(
    header.split(',').map(part => {
      const [name = '', ...parameters] = part.split(';').map(one => one.trim().toLowerCase());
      const weight = Number(parameters.find(one => one.startsWith('q='))?.slice(2) ?? 1);
      return [name, weight >= 0 && weight <= 1 ? weight : 0] as const;
    }),
  );

/** What browsers send. */
const EVERYBODYS = 'gzip, deflate, br, zstd';

/**
 * The encoding that a request would have best; of those that it weighs alike the smallest. Express would take the one
 * that is named first, which with browsers is gzip. Where it refuses all of them, it gets the plain answer.
 */
export const encodingFor = (request: Request): Encoding => {
  const header = request.headers['accept-encoding'];
  if (header === 'br' || header === EVERYBODYS) return 'br';
  return header === undefined ? 'identity' : bestOf(String(header));
};

const bestOf = (header: string): Encoding => {
  const weights = weightsIn(header);
  const weight = (encoding: Encoding): number => weights.get(encoding) ?? weights.get('*') ?? 0;
  const best = ENCODINGS.toSorted((a, b) => weight(b) - weight(a))[0];
  return best !== undefined && weight(best) > 0 ? best : 'identity';
};

/** The ETag of an encoded representation: other bytes, so another strong ETag. */
export const encodedTag = (etag: string, encoding: Encoding): string =>
  encoding === 'identity' ? etag : etag.replace(/"$/, `-${encoding}"`);

const compress = (bytes: Uint8Array, encoding: Exclude<Encoding, 'identity'>): Promise<Uint8Array> =>
  encoding === 'gzip'
    ? gzipped(bytes, { level: 6 })
    : brotli(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 5,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
        },
      });

/** Encoded bodies by their ETag: whatever has the same strong ETag has the same bytes. */
export interface EncodedBodies {
  /** The stored one, or the one that `make` gives, encoded and stored. */
  get(etag: string, encoding: Exclude<Encoding, 'identity'>, make: () => Uint8Array): Promise<Uint8Array>;
}

/** Keeps up to `maxBytes` of encoded bodies, those asked for last. */
export const createEncodedBodies = (maxBytes = 8 * 1024 * 1024): EncodedBodies => {
  const kept = new Map<string, Uint8Array>();
  let held = 0;

  const keep = (name: string, bytes: Uint8Array): void => {
    if (bytes.byteLength > maxBytes / 4 || kept.has(name)) return;
    kept.set(name, bytes);
    held += bytes.byteLength;
    for (const [oldest, { byteLength }] of kept) {
      if (held <= maxBytes) return;
      kept.delete(oldest);
      held -= byteLength;
    }
  };

  return {
    async get(etag, encoding, make) {
      const name = `${encoding} ${etag}`;
      const found = kept.get(name);
      if (found !== undefined) {
        kept.delete(name);
        kept.set(name, found);
        return found;
      }
      const bytes = await compress(make(), encoding);
      keep(name, bytes);
      return bytes;
    },
  };
};
