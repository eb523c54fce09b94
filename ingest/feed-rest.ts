/** Where they stand: before the items, in a feed of any size. */
const HEAD = 20_000;
const HOURS = /<skipHours>([\s\S]{0,2000}?)<\/skipHours>/i;
const DAYS = /<skipDays>([\s\S]{0,1000}?)<\/skipDays>/i;
const WEEK = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/**
 * When an RSS feed wants to be left alone (RSS 2.0, `skipHours` and `skipDays`): hours 0 to 23 and days from 0, Sunday,
 * in UTC. RSS 0.91 counts hours from 1 to 24; 24 is midnight. A feed that leaves out every hour or day says nothing.
 */
export const restOf = (
  xml: string,
): { readonly skipHours?: readonly number[]; readonly skipDays?: readonly number[] } => {
  const head = xml.slice(0, HEAD);
  const hours = wordsIn(HOURS.exec(head)?.[1], 'hour')
    .filter(hour => /^\d{1,2}$/.test(hour) && Number(hour) <= 24)
    .map(hour => Number(hour) % 24);
  const days = wordsIn(DAYS.exec(head)?.[1], 'day')
    .map(day => WEEK.indexOf(day))
    .filter(day => day >= 0);
  return { ...some('skipHours', hours, 24), ...some('skipDays', days, 7) };
};

const wordsIn = (text: string | undefined, name: string): string[] =>
  [...(text ?? '').matchAll(new RegExp(`<${name}>\\s{0,20}(\\w{1,10})\\s{0,20}</${name}>`, 'gi'))].map(
    ([, word = '']) => word.toLowerCase(),
  );

const some = (name: string, values: readonly number[], all: number): Record<string, readonly number[]> => {
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  return distinct.length === 0 || distinct.length >= all ? {} : { [name]: distinct };
};
