/**
 * A W3C date (`2025-04-22`, `2025-04-22T10:00+01:00`) as UTC ISO 8601 or a bare day; undefined for what is none. A month
 * or a year alone says too little to choose by.
 */
export const isoOf = (text: string | undefined): string | undefined => {
  const date = text?.trim() ?? '';
  if (!/^\d{4}-\d{2}-\d{2}/.test(date) || Number.isNaN(Date.parse(date))) return undefined;
  if (date.length === 10) return date;
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(date) ? date : `${date}Z`;
  const time = Date.parse(zoned);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
};
