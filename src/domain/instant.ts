/**
 * The instant that a UTC time or a bare day stands for, as UTC ISO 8601 with milliseconds; a day without a time is its
 * end. Undefined where the text is neither. Instants of this form sort as text.
 */
export const instantOf = (text: string | undefined): string | undefined => {
  if (text === undefined) return undefined;
  const ms = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T23:59:59.999Z` : text);
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
};

/** The earlier of two instants. */
export const earlier = (a: string, b: string): string => (a < b ? a : b);
