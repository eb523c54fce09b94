/** Stands in a spelling wherever a word begins or ends. */
export const EDGE = '\u0001';

/** Whether a character is one of a word: a letter or digit of ASCII (what `\b` counts too, "_", becomes a blank in plain letters). */
export const isWordCharacter = (character: string): boolean => /[a-z0-9]/i.test(character);

/**
 * Spells a string of a pattern as texts are scanned: in lower case, with an edge wherever a word begins or ends. At its
 * ends there is one only where the string says so, and a word is there to begin or end.
 */
export const spelled = (written: string): string => {
  let spelling = '';
  let before: boolean | undefined;
  let edge = false;
  for (const character of written) {
    if (character === EDGE) {
      edge = true;
      continue;
    }
    const word = isWordCharacter(character);
    if (before === undefined ? edge && word : before !== word) spelling += EDGE;
    spelling += character.toLowerCase();
    before = word;
    edge = false;
  }
  return edge && before ? spelling + EDGE : spelling;
};
