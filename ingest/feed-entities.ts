/** A plain text that a feed's own DTD names: no markup, no reference to others, nothing from outside. */
const DECLARED = /<!ENTITY\s{1,20}([\w.-]{1,40})\s{1,20}(?:"([^"<&%]{1,100})"|'([^'<&%]{1,100})')\s{0,20}>/g;
const REFERENCE = /&([\w.-]{1,40});/g;
/** Where DTDs stand. */
const HEAD = 10_000;
const MAX_ENTITIES = 50;
/** Most references that are replaced in one field. */
const MAX_REFERENCES = 100;

/**
 * Replaces the entities that a feed declares itself, as far as they are short plain texts: what they come to is bounded
 * whatever they say, and entities of entities or of files stay what they are, words.
 */
export const declaredEntities = (xml: string): ((text: string) => string) => {
  const head = xml.slice(0, HEAD);
  if (!head.includes('<!ENTITY')) return text => text;
  const entities = new Map<string, string>();
  for (const [, name = '', double, single] of head.matchAll(DECLARED))
    if (entities.size < MAX_ENTITIES && !entities.has(name)) entities.set(name, double ?? single ?? '');
  return text => {
    let left = MAX_REFERENCES;
    return text.replace(REFERENCE, (reference, name: string) =>
      left-- > 0 ? (entities.get(name) ?? reference) : reference,
    );
  };
};
