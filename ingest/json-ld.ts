/** What a page says of its article in JSON-LD (schema.org), as strings. */
export interface LinkedArticle {
  readonly headline?: string;
  readonly datePublished?: string;
  readonly dateModified?: string;
  readonly author?: string;
  readonly publisher?: string;
  readonly language?: string;
}

type Loose = Readonly<Record<string, unknown>>;

/** schema.org's kinds of article, and the pages of those who mark up nothing else. */
const ARTICLE = /(?:Article|BlogPosting|LiveBlogPosting|Report|NewsRelease)$/;
const MAX_NODES = 2_000;

const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
const stringOf = (value: unknown): string | undefined => {
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text.slice(0, 2_000);
};

/** The first article that the scripts describe; scripts that are no JSON are passed over. */
export const linkedArticle = (scripts: readonly string[]): LinkedArticle => {
  for (const script of scripts) {
    const node = nodesOf(parsed(script)).find(isArticle);
    if (node !== undefined) return articleOf(node);
  }
  return {};
};

/** JSON as sites write it: wrapped in comments or CDATA, with raw line breaks in strings. */
const parsed = (script: string): unknown => {
  const json = script
    .replace(/^\s*(?:\/\*)?<!\[CDATA\[(?:\*\/)?|(?:\/\*)?\]\]>(?:\*\/)?\s*$/g, '')
    .replace(/^\s*<!--|-->\s*$/g, '')
    .replace(/;\s*$/, '');
  for (const text of [json, json.replace(/\p{Cc}/gu, ' ')]) {
    try {
      return JSON.parse(text);
    } catch {
      // The second reading comes next, else the script is passed over.
    }
  }
  return undefined;
};

const isArticle = (node: Loose): boolean =>
  listOf(node['@type']).some(type => typeof type === 'string' && ARTICLE.test(type));

/** All objects of a document, breadth first, not deeper than `@graph`, `mainEntity` and lists reach. */
const nodesOf = (document: unknown): Loose[] => {
  const nodes: Loose[] = [];
  const queue: unknown[] = [document];
  for (let index = 0; index < queue.length && index < MAX_NODES; index++) {
    const value = queue[index];
    if (Array.isArray(value)) queue.push(...value.slice(0, MAX_NODES));
    else if (isObject(value)) {
      nodes.push(value);
      queue.push(value['@graph'], value['mainEntity'], value['mainEntityOfPage']);
    }
  }
  return nodes;
};

const namesOf = (value: unknown): string | undefined => {
  const names = listOf(value)
    .map(entry => (isObject(entry) ? stringOf(listOf(entry['name'])[0]) : stringOf(entry)))
    .filter(name => name !== undefined && !/^https?:/i.test(name));
  return names.length === 0 ? undefined : names.join(', ');
};

const articleOf = (node: Loose): LinkedArticle => {
  const entries = {
    headline: stringOf(node['headline']) ?? stringOf(node['name']),
    datePublished: stringOf(node['datePublished']),
    dateModified: stringOf(node['dateModified']),
    author: namesOf(node['author']),
    publisher: namesOf(node['publisher']),
    language: stringOf(node['inLanguage']),
  };
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
};
