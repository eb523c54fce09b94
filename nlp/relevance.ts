import { gated } from './gate/index.ts';
import type { IncidentDraft, Sentence } from './types.ts';
import type { Cast } from './victims/cast.ts';
import { signsIn } from './victims/signs.ts';

const SHOPS =
  '(?:(?:(?:online|web) (?:stores?|shops?|retailers?|merchants?)|e-?stores?|(?:e-?commerce|retail|magento|woocommerce|opencart|prestashop|shopify) ?(?:stores?|shops?|sites?|websites?|storefronts?|retailers?|chains?|giants?|merchants?|organi[sz]ations?))|retailers|webshops?|shopping (?:sites|websites)|(?:restaurant|supermarket|grocery|department store|fashion|clothing) (?:chains|brands|retailers)|uk retail|retail (?:sector|industry)|(?:alcohol|clothing|fashion|grocery|luxury|british|uk|us|french|high street|major) retailer)';
const COMPROMISED =
  '(?:hacked|compromised|infected|breached|hit (?:by|with)|under attack|attacked|targeted|targeting|battering|injected|skimm(?:er|ers|ing)|magecart|reeling|victims? of|stole|stolen|cyber ?-?attacks?|ransomware attacks?|card[- ]stealing|malicious (?:code|script|javascript)|attacks on|hit leading|crippled|impacting)';
const SAID = gated(
  new RegExp(`\\b${SHOPS}\\b[^.;]{0,90}?\\b${COMPROMISED}\\b|\\b${COMPROMISED}\\b[^.;]{0,90}?\\b${SHOPS}`),
);
const NOT_TOLD =
  /\b(?:how (?:to|can)|tips|prepare|should|could|may|might|survey|report finds|predict\w*|forecast|protect|study|webinar|nearly half|percent|per cent|average|trends?|top .{0,20}threats|threats facing|guide|best practices|checklist|lessons|shields up|rising|continue to|scann(?:er|ing tool)s?)\b|\d%/;
/** "Major sportswear retailer investigating data breach", as a headline. */
const RETAILER_NEWS = gated(
  /\b(?:retailer|supermarket|department store|fashion (?:brand|house)|restaurant chain)\b[^.;]{0,60}?\b(?:data breach|cyber ?-?attack|cyber incident|ransomware|hacked)\b/,
);
const AROUND = 40;
const BAIT = /\b(?:fake|fraudulent|bogus|spoof\w*|impersonat\w*|scam|phishing|lookalike|counterfeit)\b/;

const LEAD = 5;
const TRADE = gated(/\b(?:retailers|shops|supermarkets|department stores|retail)\b/);

/** Whether the article tells of shops that were really attacked without naming one: headline or lead say so, and the text again. */
const unnamedShops = (sentences: readonly Sentence[]): boolean => {
  const told = sentences.filter(({ letters: words, index }) => {
    const match = SAID.exec(words) ?? (index === 0 ? RETAILER_NEWS.exec(words) : null);
    if (!match || BAIT.test(words)) return false;
    return !NOT_TOLD.test(words.slice(Math.max(0, match.index - AROUND), match.index + match[0].length + AROUND));
  });
  const first = told[0]?.index ?? LEAD;
  return first < LEAD && (told.length >= 2 || (first === 0 && sentences.length <= 3));
};

/** Whether headline or lead speak of shops, and of what was done to them. */
const aboutShops = (sentences: readonly Sentence[]): boolean => {
  const lead = sentences.slice(0, LEAD).map(({ letters }) => letters);
  return lead.some(text => TRADE.test(text)) && lead.some(text => signsIn(text).crime);
};

/** Few words in passing about somebody else's past do not make an article one about retail. */
const LEAST_IN_PASSING = 3;

/**
 * Whether the article reports at least one actual incident at a retailer: a main victim; or one told in headline, lead or
 * at some length; or shops without names that were attacked.
 */
export const relevantBy = (sentences: readonly Sentence[], cast: Cast, drafts: readonly IncidentDraft[]): boolean => {
  if (drafts.some(({ role }) => role === 'main')) return true;
  if (!cast.open) return false;
  if (unnamedShops(sentences)) return true;
  const telling = [...new Set(cast.victims.flatMap(({ sentences: from }) => from))];
  return (
    drafts.length > 0 &&
    (Math.min(LEAD, ...telling) < LEAD || telling.length >= LEAST_IN_PASSING || aboutShops(sentences))
  );
};
