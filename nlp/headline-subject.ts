import { gated } from './gate/index.ts';
import type { Sentence } from './types.ts';

/** The article calls somebody a shop: "the retailer", "the department store chain". */
const CALLED_A_SHOP =
  /\b(?:the|this|a|an|\p{L}+['’]s) (?:[\p{L}-]+ ){0,4}?(?:retailer|e-?tailer|supermarket(?: chain| group)?|grocer|grocery (?:chain|giant)|department store|fashion (?:brand|house|giant|label)|clothing (?:brand|chain|retailer)|sportswear (?:giant|brand|firm)|luxury brand|restaurant chain|coffee chain|store chain|retail (?:giant|chain|group|brand)|bookseller|jewell?er|pharmacy chain|outfitter)\b/iu;
const OWN_SHOPS =
  /\b(?:its|their|our|['’]s) (?:[\p{L}-]+ ){0,3}?(?:stores|shops|supermarkets|restaurants|boutiques|web ?shop|online (?:shop|store))\b/iu;
/** A word without which neither can be said. */
const SHOP_WORD = gated(
  /tailer|supermarket|grocer|department store|fashion|clothing|sportswear|luxury brand|restaurant|coffee chain|stores?\b|retail|bookseller|jewel|pharmacy chain|outfitter|shop|boutiques/,
);
/** What the article calls a firm that keeps shops and is none. */
const OTHER_TRADE =
  /\b(?:telecoms?(?: operator| company| giant)?|mobile operator|bank|lender|airline|insurer|university|hospital|software (?:firm|maker|company)|carmaker|newspaper) $/i;

/** Headline or lead speak of an incident with computers or data. */
const CYBER =
  /\b(?:cyber|data breach|hack|ransomware|malware|stolen|breach(?:ed)?|skimm|personal (?:data|information)|phish|leak)/i;
const LEAD = 4;
const MOST_WORDS = 4;
const LEAST_TIMES = 2;
const RUN = /\p{Lu}[\p{L}\p{M}\p{N}&.'’-]*(?: (?:& |and |of |de |la )?\p{Lu}[\p{L}\p{M}\p{N}&.'’-]*){0,5}/gu;

/** What follows is a means, a goal or a doer, and not whom the headline is about. */
const MEANS = /\b(?:to|with|via|using|through|for|by|into) (?:the |a |an )?$/i;

const bare = (name: string): string => name.replace(/(?:['’]s|['’])$/u, '');

const timesIn = (body: string, name: string): number => {
  let times = 0;
  for (let at = body.indexOf(name); at >= 0 && times < 100; at = body.indexOf(name, at + name.length))
    if (!/[\p{L}\p{N}]/u.test(body[at + name.length] ?? '')) times++;
  return times;
};

/** Of the beginnings of a run of capitalised words the longest that the body uses nearly as often as the shortest. */
const nameWithin = (run: string, body: string): string | undefined => {
  const words = run.split(' ');
  let best: { readonly name: string; readonly times: number } | undefined;
  for (let count = 1; count <= Math.min(MOST_WORDS, words.length); count++) {
    const name = bare(words.slice(0, count).join(' '));
    const times = timesIn(body, name);
    if (times >= LEAST_TIMES && (!best || times * 2 > best.times)) best = { name, times };
  }
  return best?.name;
};

/** Names of the headline that the body goes on using, whatever they name. */
export const namesUsedAgain = (headline: Sentence, body: string): readonly string[] =>
  [...headline.text.matchAll(RUN)].flatMap(match =>
    MEANS.test(headline.text.slice(0, match.index)) ? [] : (nameWithin(match[0], body) ?? []),
  );

/** Whether the body names the trade of a firm right before it, and that is another one. */
const otherTrade = (body: string, name: string): boolean =>
  OTHER_TRADE.test(body.slice(0, body.indexOf(name)).slice(-40));

/**
 * Names of the headline that the body goes on using, in an article that calls somebody a shop: the headline's subject is
 * then likely that shop, though no list has it.
 */
export const headlineSubjects = (sentences: readonly Sentence[]): readonly string[] => {
  const [headline, ...rest] = sentences;
  if (!headline) return [];
  if (!sentences.slice(0, LEAD).some(({ text }) => CYBER.test(text))) return [];
  const speaking = rest.filter(({ letters }) => SHOP_WORD.mayMatch(letters));
  if (!speaking.some(({ text }) => CALLED_A_SHOP.test(text) || OWN_SHOPS.test(text))) return [];
  const body = rest.map(({ text }) => text).join('\n');
  return namesUsedAgain(headline, body).filter(name => !otherTrade(body, name));
};
