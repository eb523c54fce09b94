import { getDomain } from 'tldts';
import type { PublisherKind } from '#domain/vocabulary.ts';
import { builtinSources } from './sources.ts';

const KINDS: ReadonlyMap<string, PublisherKind> = new Map(
  builtinSources.flatMap(({ publisher, feedUrl, kind }) => [
    [publisher.toLowerCase(), kind] as const,
    [getDomain(feedUrl) ?? feedUrl, kind] as const,
  ]),
);

/** What kind of publisher a name or a site (`theregister.com`) is, by the list of sources; `news` where it is in none. */
export const publisherKindOf = (nameOrSite: string): PublisherKind =>
  KINDS.get(nameOrSite.toLowerCase()) ?? KINDS.get(getDomain(nameOrSite) ?? '') ?? 'news';
