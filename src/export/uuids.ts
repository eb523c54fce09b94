import { nameUuid } from '#domain/ids.ts';

/** Namespace of every UUID that Receipts derives; fixed for ever. */
const NAMESPACE = '6f1a2c1e-8f5d-5f0b-9b7a-3d5c2e9a4b17';

/** The UUID (version 5) of a thing, by what kind of thing it is and how it is called here. */
export const uuidOf = (kind: string, name: string): string => nameUuid(NAMESPACE, `${kind}:${name}`);
export const uuidUrn = (kind: string, name: string): string => `urn:uuid:${uuidOf(kind, name)}`;
