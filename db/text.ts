/** Postgres holds neither NUL nor half a surrogate pair; each becomes U+FFFD, so that all offsets stay as they are. */
export const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD');

/** JSON text for a `jsonb` parameter: `undefined` properties are left out, strings are made storable. */
export const toJson = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'string' ? storable(inner) : inner));

/** JSON text with the keys of every object in order: equal values give equal texts. */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** A time as the driver gives it (`2025-04-22 10:00:00.5+00`) as UTC ISO 8601. */
export const isoTime = (value: string): string => new Date(value).toISOString();

/** `{ [key]: value }`, or nothing where the value is null: an absent property is absent. */
export const present = <K extends string, V>(key: K, value: V | null | undefined): { readonly [P in K]?: V } =>
  value === null || value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V });
