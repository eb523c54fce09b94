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
 * Words of headlines, written small or as nouns are: those before the bar decide alone, two of those behind it. The
 * statistics say nothing of so few words, most of them names.
 */
const TELLTALES: Readonly<Record<string, readonly [RegExp, RegExp]>> = {
  fr: [
    /\b(?:cyberattaque|piratage|fuite de|données)\b|\bpiraté/i,
    /\b(?:le|la|les|des|du|de|une?|aux?|par|après|chez|clients|vol|est|et)\b/g,
  ],
  de: [
    /\b(?:Datenleck|Datenpanne|Datendiebstahl|Hackerangriff|Cyberangriff|Kundendaten)\b/i,
    /\b(?:der|die|das|und|auf|bei|nach|von|Kunden|durch|ist|im|bestätigt|betrifft)\b/g,
  ],
  es: [
    /\b(?:ciberataque|hackeo|filtración|robo de datos)\b/i,
    /\b(?:el|la|los|las|un|una|de|del|tras|por|en|datos|clientes|sufre)\b/g,
  ],
  it: [
    /\b(?:attacco informatico|furto di dati|violazione dei dati)\b/i,
    /\b(?:il|la|gli|un|una|di|da|dei|dati|clienti|colpit[ao]|dopo)\b/g,
  ],
  nl: [/\b(?:datalek|cyberaanval|klantgegevens)\b/i, /\b(?:het|een|van|bij|door|na|klanten|gegevens|treft)\b/g],
  pt: [/\b(?:ataque cibernético|ciberataque|vazamento)\b/i, /\b(?:o|os|um|uma|de|do|da|após|dados|clientes|sofre)\b/g],
};
const ENGLISH_NEWS =
  /\b(?:attacks?|breach(?:es|ed)?|data|hit|hack(?:ed|ers?)?|customers?|stolen|denies|shuts|records|orders)\b/i;

/** The language that the words of a headline give away, if any. */
const telltale = (headline: string): string | undefined => {
  if (ENGLISH_NEWS.test(headline)) return undefined;
  const hits = Object.entries(TELLTALES).map(([lang, [alone, small]]) => ({
    lang,
    score: (alone.test(headline) ? 2 : 0) + (headline.match(small)?.length ?? 0),
  }));
  const best = hits.toSorted((a, b) => b.score - a.score)[0];
  return best && best.score >= 2 ? best.lang : undefined;
};

/**
 * The language of an article's text as an ISO 639-1 code, `und` where it is too short to tell.
 * Function words decide for English; for the rest tinyld's statistics do.
 */
export const languageOf = (text: string): string => {
  const sample = text.replace(/https?:\/\/\S+/g, ' ').slice(0, SAMPLE);
  const english = sample.match(ENGLISH)?.length ?? 0;
  // a word and its blank take two units at least
  if (english > 0 && english >= (ENGLISH_SHARE * (sample.length + 1)) / 2) return 'en';
  const words = sample.match(/\p{L}+/gu)?.length ?? 0;
  if (english / Math.max(words, 1) >= ENGLISH_SHARE) return 'en';
  const best = detectAll(sample, { only: LANGUAGES })[0];
  if (words < SHORT && (!best || best.accuracy < CLEAR)) return telltale(sample) ?? 'und';
  if (!best) return 'und';
  return best.lang;
};
