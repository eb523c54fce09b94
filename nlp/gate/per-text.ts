/** Texts of which something is remembered: more than the sentences of most articles. */
export const REMEMBERED = 512;

const memories: { clear(): void }[] = [];

/**
 * Remembers what a pure function reads out of a text, for it is asked of the same sentence time and again; what it gives
 * is shared and must not be changed. Made once, at the top of a module.
 */
export const perText = <T>(read: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, { readonly value: T }>();
  let last: string | undefined;
  let latest: { readonly value: T } | undefined;
  memories.push({
    clear: () => {
      known.clear();
      last = undefined;
    },
  });
  return text => {
    if (text === last && latest) return latest.value;
    let found = known.get(text);
    if (!found) {
      found = { value: read(text) };
      if (known.size >= REMEMBERED) known.clear();
      known.set(text, found);
    }
    last = text;
    latest = found;
    return found.value;
  };
};

/** Forgets all of it: another article begins. */
export const forgetTexts = (): void => {
  for (const memory of memories) memory.clear();
};
