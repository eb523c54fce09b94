import type { ArticleSave } from '#db';
import type { Analysis, Claim, LocalIncident } from '#domain/claim.ts';
import { slug } from '#domain/ids.ts';
import { type Draw, drawFrom } from './draw.ts';
import { type FactTold, factsAbout } from './facts.ts';
import { ACTORS, OUTLETS, type Outlet, retailerName } from './names.ts';

/** Articles of one block. An archive is so many blocks: its retailers and incidents grow with it, as the news does. */
export const BLOCK = 10_000;
export const EXTRACTOR = 'rules-growth';

/**
 * How many articles tell of each of the labelled set's 90 incidents (240 articles). One set in five is taken twice as
 * large and one four times: a crawler holds more of an incident than a sample does.
 */
const SIZES = [
  53,
  28,
  17,
  14,
  13,
  12,
  10,
  10,
  9,
  8,
  6,
  5,
  4,
  4,
  4,
  4,
  4,
  3,
  3,
  3,
  3,
  ...Array(20).fill(2),
  ...Array(49).fill(1),
] as readonly number[];
const FACTORS = [1, 1, 1, 2, 4];
/** Of the labelled set's 75 retailers one has five incidents, eleven have two. */
const PER_RETAILER = [5, ...Array(11).fill(2), ...Array(63).fill(1)] as readonly number[];
/** Shares of the labelled set: articles that tell of no incident, and that name a second one. */
const WITHOUT = 36 / 240;
const WITH_SECOND = 45 / 204;
/** Not labelled; as agencies and corrections are seen in the feeds. */
const COPIES = 0.15;
const REVISED = 0.1;
/** Mean of the labelled set: 5.7 claims per incident of an article, half of them four or fewer. */
const MORE_CLAIMS = 0.92;
/** Of those that name a second one, how many more they name: 102 in 45 articles. */
const SECONDS = [1, 2, 2, 3, 3];

/** An incident as it is made up: the articles are drawn from it. */
interface Plot {
  readonly victim: string;
  readonly name: string;
  readonly onset: string;
  readonly facts: readonly FactTold[];
}

const DAY = 86_400_000;
const EPOCH = Date.UTC(2016, 0, 1);

const plotOf = (retailer: number, nth: number, draw: Draw): Plot => {
  const name = retailerName(retailer);
  // Incidents of one retailer lie at least a year apart.
  const onset = new Date(EPOCH + (nth * 700 + draw.below(330)) * DAY + (nth === 0 ? draw.below(2600) * DAY : 0));
  const day = onset.toISOString().slice(0, 10);
  return { victim: slug(name), name, onset: day, facts: factsAbout(name, day, draw.often(ACTORS), draw) };
};

/** What one article says of an incident: sentences, with the claims that stand in them. */
interface Telling {
  readonly sentences: readonly { readonly text: string; readonly fact: FactTold }[];
}

const tellingOf = ({ facts }: Plot, most: number, draw: Draw): Telling => {
  const chosen = new Set<FactTold>();
  while (chosen.size < most && chosen.size < facts.length && (chosen.size === 0 || draw.chance(MORE_CLAIMS)))
    chosen.add(draw.often(facts));
  return { sentences: [...chosen].map(fact => ({ fact, text: draw.one(fact.wordings) })) };
};

interface Draft {
  readonly outlet: Outlet;
  readonly number: string;
  readonly at: number;
  readonly told: readonly { readonly plot: Plot; readonly role: LocalIncident['role']; readonly telling: Telling }[];
  readonly aside: string;
}

const ASIDES = [
  'Shoppers queued in the rain',
  'The council met on Tuesday',
  'Prices rose again last month',
  'A spokesperson had no comment',
];

const claimOf = ({ claim }: FactTold, incident: number, quote: string, start: number): Claim =>
  ({
    ...claim,
    incident,
    quote,
    start,
    end: start + quote.length,
    rule: `${claim.kind}/growth`,
    confidence: 0.9,
  }) as Claim;

const analysisOf = (told: Draft['told'], head: number): { readonly text: string; readonly analysis: Analysis } => {
  const claims: Claim[] = [];
  let text = '';
  for (const [incident, { telling }] of told.entries())
    for (const { fact, text: quote } of telling.sentences) {
      claims.push(claimOf(fact, incident, quote, head + text.length));
      text += `${quote}.\n\n`;
    }
  const incidents = told.map(({ plot, role }) => ({
    victim: plot.victim,
    name: plot.name,
    role,
    known: plot.onset.slice(0, 7),
  }));
  const base = { extractor: EXTRACTOR, language: 'en', status: 'analysed', genre: 'news' } as const;
  return { text, analysis: { ...base, relevant: told.length > 0, incidents, claims } };
};

const saveOf = ({ outlet, number, at, told, aside }: Draft, seenAfter: number): ArticleSave => {
  const [first] = told;
  const title = first === undefined ? `${aside} (${number})` : (first.telling.sentences[0]?.text ?? first.plot.name);
  // `documentText`: the title, a line feed, the text.
  const { text, analysis } = analysisOf(told, title.length + 1);
  const fetchedAt = new Date(at + seenAfter).toISOString();
  return {
    canonicalUrl: `https://${outlet.host}/${number}`,
    publisher: outlet.name,
    publisherKind: outlet.kind,
    revision: {
      title,
      text: `${text}${aside}.`,
      publishedAt: new Date(at).toISOString(),
      fetchedAt,
      language: 'en',
      origin: 'page',
    },
    analysis,
    analysedAt: fetchedAt,
  };
};

/** An article and, where its page was seen to change, the later states of it. */
const statesOf = (draft: Draft, plots: readonly Plot[], draw: Draw): readonly ArticleSave[] => {
  const first = saveOf(draft, 3_600_000);
  if (draft.told.length === 0 || !draw.chance(REVISED)) return [first];
  const [lead, ...rest] = draft.told;
  const plot = lead?.plot ?? plots[0];
  if (lead === undefined || plot === undefined) return [first];
  const more = tellingOf(plot, 1, draw).sentences.filter(
    ({ fact }) => !lead.telling.sentences.some(one => one.fact === fact),
  );
  const told = [{ ...lead, telling: { sentences: [...lead.telling.sentences, ...more] } }, ...rest];
  return [first, saveOf({ ...draft, told, aside: `${draft.aside}. Updated` }, DAY)];
};

const reportsOf = (
  plot: Plot,
  count: number,
  prefix: string,
  plots: readonly Plot[],
  draw: Draw,
): readonly ArticleSave[] => {
  const originals: Draft[] = [];
  return Array.from({ length: count }, (_, index) => {
    // Half of the reports come in the first week, the last ones after a year.
    const at = Date.parse(plot.onset) + (1 + draw.unit() ** 4 * 360) * DAY + draw.below(DAY);
    const outlet = draw.often(OUTLETS);
    const number = `${prefix}-${index}`;
    const source = originals.length > 0 && draw.chance(COPIES) ? draw.one(originals) : undefined;
    if (source) return statesOf({ ...source, outlet, number, at: source.at + draw.below(DAY) }, plots, draw);
    const main = { plot, role: 'main' as const, telling: tellingOf(plot, plot.facts.length, draw) };
    const seconds = draw.chance(WITH_SECOND) ? draw.one(SECONDS) : 0;
    const named = Array.from({ length: seconds }, () => draw.one(plots)).filter(({ victim }) => victim !== plot.victim);
    const other = [...new Set(named)].map(second => ({
      plot: second,
      role: draw.one(['secondary', 'mention'] as const),
      telling: tellingOf(second, 4, draw),
    }));
    const draft = { outlet, number, at, told: [main, ...other], aside: draw.one(ASIDES) };
    originals.push(draft);
    return statesOf(draft, plots, draw);
  }).flat();
};

/** Retailers that one block may name: numbers up to here, times the block. */
const RETAILERS_PER_BLOCK = 4_000;

const plotsOf = (block: number, sets: number, draw: Draw): readonly { readonly plot: Plot; readonly size: number }[] =>
  Array.from({ length: sets }, (_, set) => {
    const owners = PER_RETAILER.flatMap((incidents, index) =>
      Array.from({ length: incidents }, (_, nth) => ({
        retailer: block * RETAILERS_PER_BLOCK + set * PER_RETAILER.length + index,
        nth,
      })),
    ).toSorted(() => draw.unit() - 0.5);
    const factor = FACTORS[set % FACTORS.length] ?? 1;
    return owners.map(({ retailer, nth }, index) => ({
      plot: plotOf(retailer, nth, draw),
      size: (SIZES[index] ?? 1) * factor,
    }));
  }).flat();

/** Sets of incidents that fill a block, and some more: the last ones are cut off. */
const SETS =
  Math.ceil(
    (BLOCK * (1 - WITHOUT)) /
      SIZES.reduce((sum, size) => sum + size, 0) /
      (FACTORS.reduce((a, b) => a + b) / FACTORS.length),
  ) + 1;

/**
 * What one block of the archive holds, as it came in: an article whose text changed comes once for each state.
 * `arriving`: further articles of the same incidents, which are to come in later, one per state.
 *
 * @param block the block's number from 0
 * @param arriving how many further articles
 * @param salt makes the further articles other ones than those of another salt
 */
export const blockOf = (
  block: number,
  arriving = 0,
  salt = '',
): { readonly held: readonly ArticleSave[]; readonly arriving: readonly ArticleSave[] } => {
  const draw = drawFrom(1 + block);
  const incidents = plotsOf(block, SETS, draw);
  const plots = incidents.map(({ plot }) => plot);
  const held: ArticleSave[] = [];
  const urls = new Set<string>();
  const filled: { readonly plot: Plot; readonly size: number }[] = [];
  for (const [index, incident] of incidents.entries()) {
    if (urls.size >= BLOCK * (1 - WITHOUT)) break;
    filled.push(incident);
    for (const save of reportsOf(incident.plot, incident.size, `b${block}-i${index}`, plots, draw)) {
      urls.add(save.canonicalUrl);
      held.push(save);
    }
  }
  for (let index = 0; urls.size < BLOCK; index++) {
    const at = EPOCH + draw.below(3900) * DAY;
    const save = saveOf(
      { outlet: draw.often(OUTLETS), number: `b${block}-n${index}`, at, told: [], aside: draw.one(ASIDES) },
      3_600_000,
    );
    urls.add(save.canonicalUrl);
    held.push(save);
  }
  // Who arrives tells of an incident in proportion to how much is told of it.
  const late = drawFrom([...`${block} ${salt}`].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), 11));
  const owners = filled.flatMap(({ plot, size }) => Array<Plot>(size).fill(plot));
  const coming = Array.from(
    { length: arriving },
    (_, index) => reportsOf(late.one(owners), 1, `b${block}-new${salt}${index}`, plots, late)[0],
  );
  return { held, arriving: coming.filter(save => save !== undefined) };
};

/** So many reports of one incident, at a retailer of its own. */
export const hotIncident = (
  articles: number,
  from = 0,
): { readonly victim: string; readonly saves: readonly ArticleSave[] } => {
  const draw = drawFrom(7_777 + from);
  const plot = { ...plotOf(0, 0, drawFrom(7_777)), victim: 'hot-stores', name: 'Hot Stores' };
  return { victim: plot.victim, saves: reportsOf(plot, articles, `hot${from}`, [plot], draw) };
};
