import { buildReading } from '../../nlp/reading.ts';
import { castOf } from '../../nlp/victims/cast.ts';
import { type Evidence, evidenceOf } from '../../nlp/victims/evidence.ts';
import type { VictimModel } from '../../nlp/victims/weigh.ts';
import type { Article, Labels } from './labels.ts';

/** A retailer that an article names, and whether the article is about an incident there. */
export interface NamedFirm {
  readonly evidence: Evidence;
  readonly victim: boolean;
  /** How much it counts; a headline alone says less than an article. */
  readonly weight: number;
}

/** Signs that speak for a victim never count against it, and the other way round, whatever a small sample says. */
const FOR: ReadonlySet<keyof Evidence> = new Set(['headline', 'crime', 'back', 'effect', 'leadCrime']);
/** What a sign is taken to say, in logits, before any article was counted, and how many firms that belief is worth. */
const PRIOR = 1;
const RIDGE = 1;
const STEPS = 1500;
const PACE = 0.4;

/** The firms that an article names, but for those that the label only mentions: they are told of in passing. */
export const firmsOf = (article: Article, label: Labels | undefined, weight: number): readonly NamedFirm[] => {
  const { title, text, published } = article;
  const reading = buildReading({ title, text, ...(published === undefined ? {} : { publishedAt: published }) });
  const cast = castOf(reading.text, reading.sentences, reading.mentions);
  if (!cast.open) return [];
  const roles = new Map((label?.incidents ?? []).map(({ victim, role }) => [victim, role]));
  return [...evidenceOf(reading.mentions, { ...cast, sentences: reading.sentences })].flatMap(([id, { evidence }]) => {
    const role = roles.get(id);
    return role === undefined || role === 'main' ? [{ evidence, victim: role === 'main', weight }] : [];
  });
};

/** Logistic regression by gradient steps, drawn towards the prior, each weight kept to the side on which its sign belongs. */
export const fitVictims = (firms: readonly NamedFirm[]): VictimModel => {
  const names = Object.keys(firms[0]?.evidence ?? {}) as (keyof Evidence)[];
  const weights = Object.fromEntries(names.map(name => [name, 0])) as Record<keyof Evidence, number>;
  let intercept = 0;
  for (let step = 0; step < STEPS; step++) {
    const errors = firms.map(({ evidence, victim, weight }) => {
      const logits = names.reduce((sum, name) => sum + weights[name] * evidence[name], intercept);
      return weight * (Number(victim) - 1 / (1 + Math.exp(-logits)));
    });
    intercept += (PACE / firms.length) * errors.reduce((sum, error) => sum + error, 0);
    for (const name of names) {
      const slope = firms.reduce((sum, { evidence }, at) => sum + (errors[at] ?? 0) * evidence[name], 0);
      const moved =
        weights[name] + (PACE / firms.length) * (slope - RIDGE * (weights[name] - (FOR.has(name) ? PRIOR : -PRIOR)));
      weights[name] = FOR.has(name) ? Math.max(0, moved) : Math.min(0, moved);
    }
  }
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  for (const name of names) weights[name] = round(weights[name]);
  return { intercept: round(intercept), weights };
};
