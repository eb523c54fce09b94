/** Seconds until the next attempt after each failed one, by the schedule that Standard Webhooks recommends: three days. */
const DELAYS = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;
/** Attempts at one message. */
export const MOST_ATTEMPTS = DELAYS.length + 1;
const LONGEST = 86_400;
/** How much of a delay is left to chance, so that what failed together does not come back together. */
const JITTER = 0.2;

/**
 * Milliseconds to wait after the attempt `number` (from 1); undefined where it was the last one.
 * `retryAfter`: seconds for which the receiver asks, obeyed up to a day. `random`: 0 to 1.
 */
export const delayAfter = (number: number, retryAfter: number | undefined, random: number): number | undefined => {
  const seconds = DELAYS[number - 1];
  if (seconds === undefined) return undefined;
  const jittered = seconds * (1 - JITTER / 2 + JITTER * random);
  return Math.round(Math.max(jittered, Math.min(retryAfter ?? 0, LONGEST)) * 1000);
};
