import { hash } from 'node:crypto';

/**
 * A stable id derived from content: the prefix and 20 hex digits (80 bits) of the SHA-256 of the parts.
 * The same parts give the same id on every machine and at every time.
 */
export const contentId = (prefix: string, ...parts: readonly (string | number | undefined)[]): string =>
  `${prefix}_${hash('sha256', JSON.stringify(parts.map(part => part ?? null))).slice(0, 20)}`;

/** Lower-case ASCII slug of a name: `Marks & Spencer` → `marks-and-spencer`, `Kohl's` → `kohl-s`. */
export const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

export const articleId = (canonicalUrl: string): string => contentId('art', canonicalUrl);
export const revisionId = (article: string, title: string, text: string): string =>
  contentId('rev', article, title, text);
export const analysisId = (revision: string, extractor: string): string => contentId('ana', revision, extractor);
/** `value` is the claim's value, serialised with sorted keys by the caller. */
export const claimId = (
  revision: string,
  kind: string,
  victim: string,
  value: string,
  start: number,
  end: number,
): string => contentId('clm', revision, kind, victim, value, start, end);
export const eventId = (incident: string, kind: string, value: string): string =>
  contentId('evt', incident, kind, value);

/** A UUID of version 5 (RFC 9562): the same namespace (a UUID) and name give the same one everywhere. */
export const nameUuid = (namespace: string, name: string): string => {
  const bytes = hash(
    'sha1',
    Buffer.concat([Buffer.from(namespace.replaceAll('-', ''), 'hex'), Buffer.from(name)]),
    'buffer',
  );
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};
