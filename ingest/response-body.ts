import { type Readable, type Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';
import { AppError } from '#errors';

/** The encodings that are asked for. */
export const ACCEPT_ENCODING = 'gzip, br';

const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
};

const tooLarge = (url: string, maxBytes: number): AppError =>
  new AppError('fetch-too-large', `The answer of ${url} is larger than ${Math.floor(maxBytes / 1024)} KiB.`, {
    subject: url,
    hint: 'Feeds and article pages are far smaller; check that the address is one of them.',
  });

/**
 * Reads a body whole, decoded. Counts decoded bytes, so that neither a false Content-Length nor a compression bomb gets
 * past `maxBytes`. Throws AppError `fetch-too-large`, `fetch-failed` for an encoding that is not known.
 */
export const readBody = async (
  body: Readable,
  options: {
    readonly url: string;
    readonly contentEncoding: string | undefined;
    readonly contentLength: string | undefined;
    readonly maxBytes: number;
    readonly signal: AbortSignal;
  },
): Promise<Uint8Array> => {
  const { url, maxBytes } = options;
  if (Number(options.contentLength ?? 0) > maxBytes) throw tooLarge(url, maxBytes);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const sink = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      size += chunk.length;
      chunks.push(chunk);
      done(size > maxBytes ? tooLarge(url, maxBytes) : null);
    },
  });
  await pipeline([body, ...decodersFor(options.contentEncoding, url), sink], { signal: options.signal });
  return Buffer.concat(chunks, size);
};

const decodersFor = (contentEncoding: string | undefined, url: string): Transform[] => {
  const codings = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map(coding => coding.trim())
    .filter(coding => coding !== '' && coding !== 'identity');
  if (codings.length > 2) throw unknownCoding(url, codings.join(', '));
  return codings.reverse().map(coding => {
    const decoder = Object.hasOwn(DECODERS, coding) ? DECODERS[coding] : undefined;
    if (decoder === undefined) throw unknownCoding(url, coding);
    return decoder();
  });
};

const unknownCoding = (url: string, coding: string): AppError =>
  new AppError('fetch-failed', `${url} answered in the encoding "${coding}", which was not asked for.`, {
    subject: url,
    hint: 'The server is at fault; try again later.',
  });
