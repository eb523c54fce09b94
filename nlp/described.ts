import { slug } from '#domain/ids.ts';
import { gated } from './gate/index.ts';
import { headlineSubjects } from './headline-subject.ts';
import { isPlaceOrPerson } from './place-or-person.ts';
import type { Sentence } from './types.ts';

/** A retailer that no list has, as the article describes it. */
export interface DescribedRetailer {
  readonly id: string;
  readonly name: string;
  /** How the article calls it. */
  readonly names: readonly string[];
}

interface Spot {
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
}

/** What a shop is called by its trade. */
const TRADE =
  '(?:retailers?(?: giant)?|e-?tailers?|supermarket (?:chain|giant|group|operator)|supermarket|grocers?|grocery (?:chain|giant|store|delivery service|service)|department store(?: chain)?|(?:fashion|clothing|luxury|footwear|sportswear|jewell?ery|cosmetics|beauty|apparel|lingerie|streetwear|shoe|furniture|toy|perfume) (?:brand|house|giant|label|chain|maker|company|firm|group|store|retailer|website|site|shop)|retail (?:giant|chain|group|company|firm|conglomerate|brand)|(?:restaurant|coffee|pizza|burger|sandwich|fast[- ]food|bakery|bakery-caf[eé]|convenience store|drugstore|pharmacy|liquor store|hardware store|pet store|discount|discount store|book|clothing|electronics|diy|home improvement|fuel|petrol station|gas station|steakhouse|caf[eé]) (?:chain|franchise|giant|operator|brand)|(?:online|e-?commerce) (?:store|shop|marketplace|retailer|giant|platform|site)|(?:online )?(?:book|toy|shoe|wine|gift|flower|sweet|pet|coffee|tea|pharmac|chemist|baker|butcher|florist|optician|garden cent(?:re|er)|off-licence|newsagent|delicatessen)(?:y|ie)?[’s]{0,2}[ -]?(?:shop|store)?s? (?:chain|group|operator|retailer)|online pharmacy|booksellers?|jewell?ers?|wine merchants?|outfitters?|(?:sportswear|footwear) (?:giant|brand|firm|maker)|(?:sports?|shoe|sport shoe|watch|furniture|toy|electronics|wine|book|fashion|jewellery) dealer|garden cent(?:re|er)s?|discounter)';
const NAME =
  "((?:\\p{Lu}|\\p{N}+(?=[\\p{L}-]))[\\p{L}\\p{M}\\p{N}'’&.!-]*(?:\\s(?:of|de|la|le|du|and|&|the|da|del|di|van)(?=\\s\\p{Lu})|\\s(?:&|\\p{Lu}[\\p{L}\\p{M}\\p{N}'’&.-]*)){0,4})";
/** "French home improvement retailer Bricomaison" */
const TRADE_BEFORE = gated(new RegExp(`\\b${TRADE},? (?:called |named |known as )?(?=\\S)`, 'gu'));
const NAME_HERE = new RegExp(`^${NAME}`, 'u');
/** "Bricomaison, a French home improvement retailer" · "Bricomaison is one of the largest restaurant chains" */
const NAME_TRADE = gated(
  new RegExp(
    `${NAME}(?:’s|'s)?(?: \\([^)]{1,30}\\))?(?:,(?! the (?!\\p{Lu}\\p{L}*(?:ish|an|ese|ch|US|UK)\\b)\\p{Lu}\\p{L}+ \\p{Ll})| is| was|, which is| —| -) (?:an?|the|one of|among)(?:\\s[\\p{L}\\p{N}'’-]+){0,7}?\\s${TRADE}(?![\\p{L}'’])`,
    'gu',
  ),
);
/** "Bricomaison, which operates more than 300 stores" */
const NAME_STORES = gated(
  new RegExp(
    `${NAME}(?: \\([^)]{1,30}\\))?,?(?: which| that| who)? (?:operates|runs|owns|manages|has|operating|boasts)(?:\\s[\\p{L}\\p{N}.,'’-]+){0,6}?\\s(?:stores|shops|supermarkets|restaurants|boutiques|outlets|branches|locations|pharmacies)\\b`,
    'gu',
  ),
);

/** "the Green Bay Packers' online store" */
const NAME_SHOP = gated(
  new RegExp(
    `${NAME}(?:['’]s?)? (?:official )?(?:online|web|merch|merchandise|e-commerce|pro) (?:store|shop)\\b`,
    'gu',
  ),
);

/** "every one of the branches of Bricomaison", "in all Bricomaison shops", "Bricomaison's 40 garden centres" */
const SHOPS_OF = gated(
  new RegExp(
    `\\b(?:branches|shops|stores|supermarkets|tills) of ${NAME}|\\b(?:every|all|the|its|at|in|of) ${NAME} (?:[a-z]+ )?(?:shops?|supermarkets?|branch(?:es)?|pharmac(?:y|ies)|bakery|bakeries|bookshops?|garden centres?|restaurants)\\b|${NAME}['’]s? (?:\\d+ )?(?:shops|stores|supermarkets|branches|restaurants)\\b`,
    'gu',
  ),
);

const NAMING = [NAME_TRADE, NAME_STORES, NAME_SHOP, SHOPS_OF];

/** Words that begin a name only because they begin a sentence, and words that are no firm's name. */
const NOT_A_NAME =
  /^(?:The|A|An|It|Its|This|That|These|Those|He|She|They|We|In|On|At|As|And|But|For|From|With|By|To|When|While|After|Before|According|Last|Earlier|Today|Yesterday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Russia|China|France|Germany|Italy|Spain|Japan|Korea|India|Canada|Australia|Britain|England|Scotland|Ireland|America|Europe|Asia|London|Paris|UK|US|USA|U\.S\.?|U\.K\.?|EU|British|American|French|German|Italian|Spanish|Dutch|Swedish|Russian|Chinese|Japanese|Korean|Canadian|Australian|Indian|Iranian|Ukrainian|Belarusian|Israeli|Turkish|Polish|Brazilian|Mexican|Pakistani|Nigerian|Vietnamese|Danish|Norwegian|Finnish|Belgian|Swiss|Austrian|Irish|Scottish|Welsh|Malaysian|Thai|Greek|Portuguese|Czech|Hungarian|Romanian|Moldovan|European|London|CEO|CFO|CISO|Black|Cyber|Christmas|Our|Your|How|Why|What|Data|Ransomware|Hackers?|Attackers?|Magento|Shopify|Salesforce|Adobe|Google|Microsoft|Meta|Facebook|Twitter|X|Telegram|Confirms?|Says?|Warns?|Hit|Breach(?:ed)?|Suffers?|Discloses?|Hacked|Attack(?:ed)?|Admits?|Customers?|Victims?|Store|Stores|Shop|Online|Company|Group|Retailer|Retailers|Association|Federation|Consortium|Council)$/;
const SUFFIX =
  /\s(?:Inc|Ltd|LLC|Corp|Corporation|Group|Holdings|plc|PLC|Co|Company|Limited|GmbH|SA|AG|SpA|Stores?)\.?$/;
/** What stands behind a firm's name is none: "Larkspur & Sons, Ltd., a department store". */
const LEGAL_FORM = /^(?:Inc|Ltd|LLC|Corp|Corporation|plc|PLC|Co|Limited|GmbH|SA|AG|SpA|NV|BV|AB|ASA|Pty)\.?$/;
const TRADE_BODY =
  /\b(?:Association|Federation|Consortium|Council|Alliance|Institute|Authority|Agency|University|Bank|Airlines?|Airways|Hospital|Police|Ministry|Department|Commission|Insurance|Software|Security|Labs?|Technologies|Systems|Networks|Media|News|Times|Post|Today|Magazine|Weekly)\b/;

const cleaned = (name: string): string => {
  let words = name.replace(/(?:’s|'s|[’'.,-])$/u, '').split(/\s+/);
  while (words.length > 0 && NOT_A_NAME.test(words[0] ?? '')) words = words.slice(1);
  // "Toronto's Longo's": the place only has the shop
  const owner = /^(.+)['’]s$/.exec(words[0] ?? '')?.[1];
  if (owner !== undefined && words.length > 1 && isPlaceOrPerson(owner)) words = words.slice(1);
  const stop = words.findIndex(
    (word, at) =>
      at > 0 &&
      NOT_A_NAME.test(word) &&
      !/^(?:Store|Stores|Shop|Group|Company|Online|The|A|UK|US|USA|Canada|Australia|Japan|Germany|France|India|Korea|Europe)$/.test(
        word,
      ),
  );
  return (stop < 0 ? words : words.slice(0, stop)).join(' ').replace(/(?:’s|'s)$/u, '');
};

const namesFor = (name: string): readonly string[] => {
  const short = name.replace(SUFFIX, '');
  return short !== name && short.length > 2 ? [name, short] : [name];
};

const isTitleCase = (text: string): boolean => {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  return words.length > 3 && words.filter(word => /^\p{Lu}/u.test(word)).length / words.length > 0.6;
};

/** Words before which a trade is only compared or imitated: "other retailers such as", "fake". */
const NOT_THE_SUBJECT = gated(
  /\b(?:fake|fraudulent|impersonat\w+|pos(?:e|ing) as|spoof\w*|pretend\w*|rival|competitor)\b/,
);

/** Whether a known name stands in the headline: then its subject needs no guess. */
const headlineHas = (headline: Sentence, taken: (spot: Spot) => boolean): boolean =>
  taken({ sentence: headline.index, start: headline.start, end: headline.end });

const TRADE_WORD =
  /retail|e-?tail|chain|store|shop|supermarket|grocer|brand|house|giant|market|restaurant|jewel|fashion|pharmac|maker|outlets|branches|seller|outfitter|franchise|label|boutique|locations|merchant|dealer|bakery|branch|garden cent|discounter/i;

/** Names with their places, as the patterns of a sentence give them. */
const namesByTrade = (sentence: Sentence): readonly { readonly written: string; readonly at: number }[] => {
  if (![TRADE_BEFORE, ...NAMING].some(pattern => pattern.mayMatch(sentence.letters))) return [];
  if (!TRADE_WORD.test(sentence.text) || isTitleCase(sentence.text) || NOT_THE_SUBJECT.test(sentence.letters))
    return [];
  // the trade in any case, the name in its own: V8 forgets the modifier of "(?i:…)" once it compiles such a pattern
  const called = TRADE_BEFORE.all(sentence.letters).flatMap(match => {
    const from = match.index + match[0].length;
    // "the X drugstore chain, Y": the trade has a name already
    const named =
      match[0].trim().endsWith(',') && /\p{L} \p{Lu}[\p{L}'’&.]*\s$/u.test(sentence.text.slice(0, match.index));
    if (named) return [];
    const written = cleaned(NAME_HERE.exec(sentence.text.slice(from))?.[1] ?? '');
    return written === '' ? [] : [{ written, at: sentence.start + sentence.text.indexOf(written, from) }];
  });
  const others = NAMING.flatMap(pattern =>
    pattern.all(sentence.text, sentence.letters).map(match => {
      const written = cleaned(match[1] ?? match[2] ?? match[3] ?? '');
      return { written, at: sentence.start + match.index + match[0].indexOf(written) };
    }),
  );
  return [...called, ...others];
};

/** Whether the article never writes the name without an 's: then it belongs to the name ("Sainsbury's"). */
const alwaysPossessive = (sentences: readonly Sentence[], name: string): boolean => {
  const rests = sentences.flatMap(({ text }) => text.split(name).slice(1));
  return rests.length > 1 && rests.every(rest => /^['’]s\b/.test(rest));
};

/**
 * Retailers that the sentences describe by their trade ("the home improvement chain X", "X, a bakery chain",
 * "X, which operates 300 stores"), and the headline's subject where the article calls somebody a shop.
 * `taken` tells whether a spot is already a known name; `guess` whether the headline's subject may be one on that ground alone.
 */
export const describedRetailers = (
  sentences: readonly Sentence[],
  taken: (spot: Spot) => boolean,
  guess = true,
): readonly DescribedRetailer[] => {
  const found = new Map<string, DescribedRetailer>();
  const add = (sentence: Sentence, written: string, at: number): void => {
    if (written.length < 3 || /-based$/.test(written) || TRADE_BODY.test(written) || /^\p{N}+$/u.test(written)) return;
    if (taken({ sentence: sentence.index, start: at, end: at + written.length })) return;
    if (LEGAL_FORM.test(written) || isPlaceOrPerson(written)) return;
    const own = alwaysPossessive(sentences, written) ? `${written}’s` : written;
    const name = own.replace(SUFFIX, '');
    const id = slug(name);
    const names = new Set([...(found.get(id)?.names ?? []), ...namesFor(own), ...namesFor(own.replace('’', "'"))]);
    if (id.length > 1) found.set(id, { id, name, names: [...names] });
  };
  for (const sentence of sentences) for (const { written, at } of namesByTrade(sentence)) add(sentence, written, at);
  const headline = sentences[0];
  if (guess && headline && !headlineHas(headline, taken))
    for (const subject of headlineSubjects(sentences)) {
      const written = cleaned(subject);
      add(headline, written, headline.start + headline.text.indexOf(written));
    }
  return [...found.values()];
};
