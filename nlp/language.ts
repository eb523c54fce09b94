import { detect } from 'tinyld';

/** How much text is enough to tell its language. */
const SAMPLE = 3000;
const LEAST = 40;
const ENGLISH = /\b(?:the|and|of|to|in|that|is|was|has|for|with|on|its|by|from|after|been|are)\b/gi;
/** Share of English function words from which there is no doubt. */
const ENGLISH_SHARE = 0.18;

/**
 * The language of an article's text as an ISO 639-1 code, `und` where it is too short to tell.
 * Function words decide for English; for the rest tinyld's statistics do.
 */
export const languageOf = (text: string): string => {
  const sample = text.replace(/https?:\/\/\S+/g, ' ').slice(0, SAMPLE);
  const words = sample.match(/\p{L}+/gu)?.length ?? 0;
  if ((sample.match(ENGLISH)?.length ?? 0) >= ENGLISH_SHARE * words && words > 0) return 'en';
  if (sample.replace(/[^\p{L}]/gu, '').length < LEAST) return 'und';
  return detect(sample) || 'und';
};
