import { slug } from '#domain/ids.ts';
import type { OpenEvidence } from '../../nlp/open-names/evidence.ts';
import { type Candidate, openCandidates } from '../../nlp/open-names/index.ts';
import type { OpenModel } from '../../nlp/open-names/weigh.ts';
import { isPlaceOrPerson } from '../../nlp/place-or-person.ts';
import { buildReading } from '../../nlp/reading.ts';
import type { Mention } from '../../nlp/types.ts';
import type { Article, Labels } from './labels.ts';

/** A name that an article uses, whether it is a shop's, and how much it counts. */
export interface NamedThing {
  readonly evidence: OpenEvidence;
  readonly shop: boolean;
  readonly weight: number;
}

/** Evidence that can only speak for a shop, or only against it, whatever a small sample says; the rest may do both. */
const FOR: ReadonlySet<keyof OpenEvidence> = new Set([
  'nameShop',
  'beforeShop',
  'afterShop',
  'saidShop',
  'listed',
  'calledShop',
  'hasShop',
  'talkShop',
  'headlineShop',
]);
const AGAINST: ReadonlySet<keyof OpenEvidence> = new Set([
  'nameOther',
  'beforeOther',
  'afterOther',
  'saidOther',
  'calledOther',
  'hasOther',
  'talkOther',
  'headlineOther',
  'shopAhead',
  'place',
  'person',
  'actor',
  'expert',
]);
/** A victim, and a name of the headline, are what is to be found. */
const SOUGHT = 2;
const RIDGE = 1;
const STEPS = 3000;

const overlaps = (mentions: readonly Mention[], { places }: Candidate): boolean => {
  const hit = places.filter(({ sentence: { tokens }, first, last }) =>
    mentions.some(({ start, end }) => start < (tokens[last]?.end ?? 0) && (tokens[first]?.start ?? 0) < end),
  );
  return hit.length * 2 > places.length;
};

const sameName = (slugs: readonly string[], victim: string): boolean =>
  slugs.some(one => one === victim || victim.startsWith(`${one}-`) || one.startsWith(`${victim}-`));

/**
 * The names of an article that no list has; those are shops that the label makes victims. And each retailer of the lists
 * that it names, read once more as if no list had it: what an article says of a shop it says of a known one too.
 */
export const thingsIn = (article: Article, label: Labels | undefined, weight: number): readonly NamedThing[] => {
  const { title, text, published } = article;
  const { sentences, mentions } = buildReading({
    title,
    text,
    ...(published === undefined ? {} : { publishedAt: published }),
  });
  const known = mentions.filter(({ via }) => via === 'name');
  const victims = (label?.incidents ?? []).map(({ victim }) => victim);
  const thing = (candidate: Candidate, listed: boolean): NamedThing => {
    const victim = victims.some(one => sameName(candidate.forms.map(slug), one));
    const shop = listed || victim;
    const sought = shop && (victim || candidate.evidence.headline === 1);
    return { evidence: candidate.evidence, shop, weight: weight * (sought ? SOUGHT : 1) };
  };
  const candidates = (taken: readonly Mention[]): readonly Candidate[] =>
    openCandidates(sentences, taken).filter(({ name }) => !isPlaceOrPerson(name));
  const retailers = new Set(known.filter(({ kind }) => kind === 'retailer').map(({ id }) => id));
  return [
    ...candidates(known).map(candidate => thing(candidate, false)),
    ...[...retailers].flatMap(id => {
      const own = known.filter(mention => mention.id === id);
      return candidates(known.filter(mention => mention.id !== id))
        .filter(candidate => overlaps(own, candidate))
        .map(candidate => thing(candidate, true));
    }),
  ];
};

/** An upper bound of the curvature: the largest eigenvalue of the weighted second moments, by power iteration. */
const curvature = (rows: readonly (readonly number[])[], weights: readonly number[], width: number): number => {
  let direction = Array.from({ length: width }, () => 1);
  let length = 1;
  for (let round = 0; round < 50; round++) {
    const next = Array.from({ length: width }, () => 0);
    rows.forEach((row, at) => {
      const along = row.reduce((sum, value, place) => sum + value * (direction[place] ?? 0), 0) * (weights[at] ?? 0);
      row.forEach((value, place) => {
        next[place] = (next[place] ?? 0) + along * value;
      });
    });
    length = Math.hypot(...next);
    direction = next.map(value => value / length);
  }
  return length;
};

const clamp = (value: number, name: keyof OpenEvidence | undefined): number => {
  if (name === undefined) return value;
  if (FOR.has(name)) return Math.max(0, value);
  return AGAINST.has(name) ? Math.min(0, value) : value;
};

/**
 * Logistic regression by accelerated projected gradients (Beck and Teboulle 2009), drawn towards a prior of one logit to the
 * side on which a sign belongs, and kept to that side.
 */
export const fitOpen = (things: readonly NamedThing[]): OpenModel => {
  const names = Object.keys(things[0]?.evidence ?? {}) as (keyof OpenEvidence)[];
  const rows = things.map(({ evidence }) => [...names.map(name => evidence[name]), 1]);
  const weights = things.map(({ weight }) => weight);
  const prior = [...names.map(name => (FOR.has(name) ? 1 : AGAINST.has(name) ? -1 : 0)), 0];
  const pace = 1 / (curvature(rows, weights, names.length + 1) / 4 + RIDGE);
  let now = prior.map(() => 0);
  let ahead = now;
  let momentum = 1;
  for (let step = 0; step < STEPS; step++) {
    const slope = ahead.map((value, place) => (place < names.length ? RIDGE * (value - (prior[place] ?? 0)) : 0));
    rows.forEach((row, at) => {
      const logits = row.reduce((sum, value, place) => sum + value * (ahead[place] ?? 0), 0);
      const error = (weights[at] ?? 0) * (Number(things[at]?.shop) - 1 / (1 + Math.exp(-logits)));
      row.forEach((value, place) => {
        if (value !== 0) slope[place] = (slope[place] ?? 0) - error * value;
      });
    });
    const next = ahead.map((value, place) => clamp(value - pace * (slope[place] ?? 0), names[place]));
    const later = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    const before = now;
    ahead = next.map((value, place) => value + ((momentum - 1) / later) * (value - (before[place] ?? 0)));
    now = next;
    momentum = later;
  }
  const round = (value: number | undefined): number => Math.round((value ?? 0) * 1000) / 1000;
  return {
    intercept: round(now[names.length]),
    weights: Object.fromEntries(names.map((name, place) => [name, round(now[place])])) as OpenModel['weights'],
  };
};
