/** What a robots.txt says to one program. */
export interface RobotsRules {
  /** Whether a page may be read. `path`: path and query of its URL. */
  allows(path: string): boolean;
  /** Seconds between two requests, where it says so. */
  readonly crawlDelay?: number;
  readonly sitemaps: readonly string[];
}

interface Rule {
  readonly pattern: string;
  readonly allow: boolean;
}

/** The groups of one kind (those that name the program, those for all), merged. */
interface Group {
  readonly rules: Rule[];
  crawlDelay: number | undefined;
  isThere: boolean;
}

const MAX_SITEMAPS = 1_000;
/** Crawl delays of more than a day stop a site altogether, which is what `Disallow` is for. */
const MAX_DELAY_SECONDS = 86_400;

/**
 * Reads a robots.txt by RFC 9309 for the program with this product token: the groups that name it, merged, else those
 * for all; the longest matching rule decides, `Allow` where two are as long. Linear in the length of the file however
 * it is made up, and so is each question: the file is a stranger's and is read on the main thread.
 */
export const robotsRules = (text: string, token: string): RobotsRules => {
  const named: Group = { rules: [], crawlDelay: undefined, isThere: false };
  const general: Group = { rules: [], crawlDelay: undefined, isThere: false };
  const sitemaps: string[] = [];
  let current = new Set<Group>();
  let isNaming = false;

  for (const line of text.split(/[\r\n]+/)) {
    const [key, value] = recordOf(line);
    if (key === 'user-agent') {
      if (!isNaming) current = new Set();
      isNaming = true;
      const group = value === '*' ? general : tokenOf(value) === token.toLowerCase() ? named : undefined;
      if (group === undefined) continue;
      group.isThere = true;
      current.add(group);
    } else if (key === 'allow' || key === 'disallow') {
      isNaming = false;
      if (value === '') continue;
      for (const group of current) group.rules.push({ pattern: normalised(value), allow: key === 'allow' });
    } else if (key === 'crawl-delay') {
      isNaming = false;
      const seconds = Number(value);
      if (value === '' || !(seconds >= 0)) continue;
      for (const group of current) group.crawlDelay ??= Math.min(seconds, MAX_DELAY_SECONDS);
    } else if (key === 'sitemap' && value !== '' && sitemaps.length < MAX_SITEMAPS) sitemaps.push(value);
  }

  const { rules, crawlDelay } = named.isThere ? named : general;
  return {
    allows: path => path === '/robots.txt' || decide(rules, normalised(path)),
    sitemaps,
    ...(crawlDelay === undefined ? {} : { crawlDelay }),
  };
};

/** Key, lower case, and value of a line; both empty for a comment or anything else. */
const recordOf = (line: string): readonly [string, string] => {
  const hash = line.indexOf('#');
  const record = hash < 0 ? line : line.slice(0, hash);
  const colon = record.indexOf(':');
  return colon < 0 ? ['', ''] : [record.slice(0, colon).trim().toLowerCase(), record.slice(colon + 1).trim()];
};

/** `Receipts/1.0` → `receipts` */
const tokenOf = (value: string): string => /^[a-z_-]*/i.exec(value)?.[0].toLowerCase() ?? '';

/** Section 2.2.2: what need not be percent-encoded is not, all else is, in upper case. */
const normalised = (path: string): string =>
  encodeURI(path.toWellFormed())
    .replaceAll('%25', '%')
    .replace(/%[0-9a-f]{2}/gi, code => {
      const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
      return /[\w.~-]/.test(character) ? character : code.toUpperCase();
    });

const decide = (rules: readonly Rule[], path: string): boolean => {
  let best: Rule | undefined;
  for (const rule of rules) {
    const isBetter =
      best === undefined ||
      rule.pattern.length > best.pattern.length ||
      (rule.pattern.length === best.pattern.length && rule.allow && !best.allow);
    if (isBetter && matches(rule.pattern, path)) best = rule;
  }
  return best?.allow ?? true;
};

/** `*` stands for anything, `$` at the end for the end. Each part is found where it first stands: no going back. */
const matches = (pattern: string, path: string): boolean => {
  const isWhole = pattern.endsWith('$');
  const [first = '', ...parts] = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  const last = isWhole ? parts.pop() : undefined;
  if (isWhole && last === undefined) return path === first;
  let at = first.length;
  for (const part of parts) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return last === undefined || (path.endsWith(last) && path.length - last.length >= at);
};
