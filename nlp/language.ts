import { detectAll } from 'tinyld';

/** How much text is enough to tell its language. */
const SAMPLE = 3000;
/** Words that English writes all the time and its neighbours hardly ever. */
const ENGLISH = /\b(?:the|and|with|from|after|been|that|for|its|by|has|are|to|have|were|which|this|says|said)\b/gi;
const ENGLISH_SHARE = 0.05;
/** Fewer words than this are a headline: only a clear verdict counts. */
const SHORT = 25;
const CLEAR = 0.4;
/** The languages that tinyld tells apart well; the rest of its list only adds noise to names and headlines. */
const LANGUAGES = 'en fr de es it nl pt pl ru uk ja zh ko tr sv da fi no cs hu ro el ar he id'.split(' ');

/**
 * The language of an article's text as an ISO 639-1 code, `und` where it is too short to tell.
 * Function words decide for English; for the rest tinyld's statistics do.
 */
export const languageOf = (text: string): string => {
  const sample = text.replace(/https?:\/\/\S+/g, ' ').slice(0, SAMPLE);
  const words = sample.match(/\p{L}+/gu)?.length ?? 0;
  const english = (sample.match(ENGLISH)?.length ?? 0) / Math.max(words, 1);
  if (english >= ENGLISH_SHARE) return 'en';
  const best = detectAll(sample, { only: LANGUAGES })[0];
  if (!best || (words < SHORT && best.accuracy < CLEAR)) return 'und';
  return best.lang;
};
