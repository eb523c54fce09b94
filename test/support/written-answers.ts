/** A call that a page of documentation shows, with the answer that it says comes back. */
interface WrittenAnswer {
  /** Path and query. */
  readonly path: string;
  readonly answer: unknown;
}

const PAIR = /```sh\ncurl -s '(?<address>[^'\n]+)'\n```[^`]*```json\n(?<json>[^`]+)```/g;

/** The calls of a page whose answers are written in JSON. */
export const writtenAnswers = (markdown: string): readonly WrittenAnswer[] =>
  [...markdown.matchAll(PAIR)].flatMap(({ groups }) => {
    const url = URL.parse(groups?.['address'] ?? '');
    return url === null ? [] : [{ path: url.pathname + url.search, answer: JSON.parse(groups?.['json'] ?? '') }];
  });

/** Ids that are made of addresses, which differ from demo to demo. */
const CHANGING = /^(?:art|clm)_/;

/**
 * Where an answer lacks what is written; undefined where it has all of it. Members and items that are not written, and
 * the order of items, do not matter.
 */
export const missingIn = (real: unknown, written: unknown, path = ''): string | undefined => {
  if (Array.isArray(written)) {
    if (!Array.isArray(real)) return path;
    if (written.length === 0) return real.length === 0 ? undefined : `${path} is not empty`;
    const missing = written.find(item => real.every(one => missingIn(one, item) !== undefined));
    return missing === undefined
      ? undefined
      : `${path} has no ${JSON.stringify(missing)} among ${JSON.stringify(real)}`;
  }
  if (typeof written === 'object' && written !== null) {
    if (typeof real !== 'object' || real === null) return path;
    const members = real as Readonly<Record<string, unknown>>;
    return Object.entries(written)
      .map(([name, value]) => missingIn(members[name], value, `${path}.${name}`))
      .find(one => one !== undefined);
  }
  if (typeof written === 'string' && CHANGING.test(written)) return CHANGING.test(String(real)) ? undefined : path;
  return real === written ? undefined : `${path}: ${JSON.stringify(real)}, not ${JSON.stringify(written)}`;
};
