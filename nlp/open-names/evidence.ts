import { organisationRow } from '../entities.ts';
import { TELLERS } from '../gazetteer/kinds.ts';
import { isPlaceOrPerson } from '../place-or-person.ts';
import type { Mention, Sentence } from '../types.ts';
import { belongingAfter, saidOf, tradeBefore } from './beside.ts';
import { type Classed, classed, isOther, type Side, sideOf, wordOf } from './classed.ts';
import { isActorCue, isExpertCue, isPersonCue, isPlaceCue } from './cues.ts';
import { OTHER_NAME, SHOP_NAME, type WordClass } from './lexicon.ts';
import { listedWithShops } from './listed.ts';
import { inTitleCase, type OpenName, type Place } from './names.ts';
import { type References, referencesIn } from './references.ts';

/** What an article holds for and against a name's being that of a shop; every number between 0 and 1. */
export interface OpenEvidence {
  /** Parts of the name itself: "Larkspur Foods", "Bank of Alder". */
  readonly nameShop: number;
  readonly nameOther: number;
  /** A trade right before it: "the grocery chain X", "law firm X". */
  readonly beforeShop: number;
  readonly beforeOther: number;
  /** What it has, right after it: "X stores", "X's shoppers", "X patients". */
  readonly afterShop: number;
  readonly afterOther: number;
  /** What it is said to be: "X, a jeweller", "X is the largest bank", "X, which runs 40 bakeries". */
  readonly saidShop: number;
  readonly saidOther: number;
  /** In one list with shops: "retailers such as X and Y". */
  readonly listed: number;
  /** What the article calls its subject: "the retailer", "the hospital". */
  readonly calledShop: number;
  readonly calledOther: number;
  /** What its subject has: "its shops", "its patients". */
  readonly hasShop: number;
  readonly hasOther: number;
  /** Talk of shops, and of other trades, in the whole article. */
  readonly talkShop: number;
  readonly talkOther: number;
  readonly headlineShop: number;
  readonly headlineOther: number;
  /** Named in the headline; the headline names another. */
  readonly headline: number;
  readonly otherHeadline: number;
  /** The headline names a shop that lists have. */
  readonly shopAhead: number;
  readonly lead: number;
  /** How much it is named, beside the name that is named most. */
  readonly share: number;
  readonly often: number;
  /** Cues of a place, of a person, of a gang, of somebody who only speaks of the matter. */
  readonly place: number;
  readonly person: number;
  readonly actor: number;
  readonly expert: number;
}

/** Counts beyond these say no more. */
const PLENTY = 3;
const OFTEN = 4;
/** So many words of a trade among a hundred are plenty. */
const DENSE = 3;
/** In a shorter text a single word would weigh too much. */
const SHORT = 150;
const LEAD = 4;
/** What follows in a headline is a means or a goal, and not whom it is about. */
const MEANS: ReadonlySet<string> = new Set('to with via using through for by into'.split(' '));

const counted = (count: number): number => Math.min(1, Math.log1p(count) / Math.log1p(PLENTY));
const part = (some: number, all: number): number => (all === 0 ? 0 : Math.min(1, some / all));

/** What the whole article says of its subject, whoever that is. */
const articleEvidence = (all: readonly Classed[]) => {
  const references = all.map(referencesIn);
  const total = (kind: keyof References, side: Side): number =>
    part(references.flatMap(found => found[kind]).filter(one => one === side).length, OFTEN);
  const classes = all.flatMap(one => one.classes);
  const talk = (...kinds: readonly WordClass[]): number =>
    part(
      classes.filter(one => one !== undefined && kinds.includes(one)).length,
      (Math.max(classes.length, SHORT) * DENSE) / 100,
    );
  const ahead = all.find(({ sentence }) => sentence.index === 0)?.classes ?? [];
  return {
    calledShop: total('called', 'shop'),
    calledOther: total('called', 'other'),
    hasShop: total('has', 'shop'),
    hasOther: total('has', 'other'),
    talkShop: talk('shop', 'scene'),
    talkOther: talk('other', 'elsewhere'),
    headlineShop: Number(sideOf(ahead) === 'shop'),
    headlineOther: Number(ahead.some(isOther)),
  };
};

const isAhead = ({ places }: OpenName): boolean =>
  places.some(({ sentence, first }) => sentence.index === 0 && !MEANS.has(wordOf(sentence.tokens[first - 1])));

const tells = (kind: string): boolean => TELLERS.has(kind) || kind === 'government';
/** A firm that the headline names; a gang or who tells of it is not whom it is about. */
const isSubjectAhead = ({ sentence, kind, id }: Mention): boolean =>
  sentence === 0 && (kind === 'retailer' || (kind === 'organisation' && !tells(organisationRow(id)?.kind ?? '')));

/** Last words of longer names: people are called so once they have been introduced. */
const surnamesIn = (names: readonly OpenName[]): ReadonlySet<string> =>
  new Set(names.flatMap(({ forms }) => forms.flatMap(form => form.split(' ').slice(1).at(-1) ?? [])));

/**
 * The evidence on each open name.
 * @param known the names that lists have: they say whom else the article is about
 */
export const openEvidence = (
  sentences: readonly Sentence[],
  names: readonly OpenName[],
  known: readonly Mention[],
): ReadonlyMap<OpenName, OpenEvidence> => {
  const all = sentences.filter(({ block }) => block.kind !== 'furniture').map(classed);
  const bySentence = new Map(all.map(one => [one.sentence.index, one]));
  const article = articleEvidence(all);
  const knownTimes = [...Map.groupBy(known, ({ id }) => id).values()].map(({ length }) => length);
  const most = Math.max(1, ...knownTimes, ...names.map(({ places }) => places.length));
  const headed = names.some(open => isAhead(open) && !isPlaceOrPerson(open.name)) || known.some(isSubjectAhead);
  const shopAhead = known.some(({ sentence, kind }) => sentence === 0 && kind === 'retailer');
  const shopTimes = [...Map.groupBy(known, ({ id }) => id).values()].flatMap(places =>
    places[0]?.kind === 'retailer' ? places.length : [],
  );
  const surnames = surnamesIn(names);
  const openingOf = ({ sentence }: Classed): Classed | undefined =>
    all.findLast(one => one.sentence.index < sentence.index && one.sentence.block.kind !== 'list-item');
  const evidenceOn = (open: OpenName): OpenEvidence => {
    const { places, name } = open;
    const read = places.flatMap(place => {
      const here = bySentence.get(place.sentence.index);
      return here && (place.sentence.index === 0 || !inTitleCase(place.sentence)) ? [{ place, here }] : [];
    });
    const times = (test: (here: Classed, place: Place) => boolean): number =>
      read.filter(({ here, place }) => test(here, place)).length;
    const sides = (sideAt: (here: Classed, place: Place) => Side | undefined): readonly [number, number] => {
      const found = read.map(({ here, place }) => sideAt(here, place));
      return [
        counted(found.filter(one => one === 'shop').length),
        counted(found.filter(one => one === 'other').length),
      ];
    };
    const [beforeShop, beforeOther] = sides((here, { first }) => tradeBefore(here, first));
    const [afterShop, afterOther] = sides(belongingAfter);
    const [saidShop, saidOther] = sides((here, { last }) => saidOf(here, last));
    const parts = name
      .toLowerCase()
      .replaceAll("'s", '')
      .split(/[\s&]+/);
    const headline = isAhead(open);
    const share = places.length / most;
    // what the article says of its subject speaks for a name as far as that is the subject
    const beside = shopAhead || shopTimes.some(times => times > places.length);
    const subject = beside ? share / 4 : headline ? 1 : headed ? share / 2 : share;
    return {
      nameShop: Number(parts.some(one => SHOP_NAME.has(one))),
      nameOther: Number(parts.some(one => OTHER_NAME.has(one))),
      beforeShop,
      beforeOther,
      afterShop,
      afterOther,
      saidShop,
      saidOther,
      listed: counted(
        times((here, { first }) =>
          listedWithShops(here, first, bySentence.get(here.sentence.index - 1), openingOf(here)),
        ),
      ),
      calledShop: subject * article.calledShop,
      calledOther: subject * article.calledOther,
      hasShop: subject * article.hasShop,
      hasOther: subject * article.hasOther,
      talkShop: subject * article.talkShop,
      talkOther: subject * article.talkOther,
      headlineShop: subject * article.headlineShop,
      headlineOther: subject * article.headlineOther,
      headline: Number(headline),
      otherHeadline: Number(headed && !headline),
      shopAhead: Number(shopAhead),
      lead: Number(places.some(({ sentence }) => sentence.index > 0 && sentence.index < LEAD)),
      share,
      often: counted(places.length - 1),
      place: part(times(isPlaceCue), read.length),
      person: surnames.has(name) ? 1 : counted(times(isPersonCue)),
      actor: Number(times(isActorCue) > 0),
      expert: counted(times(isExpertCue)),
    };
  };
  return new Map(names.map(open => [open, evidenceOn(open)]));
};
