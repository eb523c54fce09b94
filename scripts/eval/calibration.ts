import { FIELD_OF_KIND, toCodebook } from '#export/codebook.ts';
import { findingsIn } from '#nlp';
import type { Circumstances } from '../../nlp/circumstances.ts';
import { type ConfidenceModel, confidenceOf } from '../../nlp/confidence.ts';
import { asCautious, type Example, fitConfidence, TOP } from './fit.ts';
import type { Article, Fact, Field, Labels } from './labels.ts';
import { type ArticleTally, matchArticle } from './match.ts';
import { articleText, type Case } from './shared.ts';

/** Share of the labelled articles' claims that reach the top band: more than the 60 % that are asked for, with room. */
const TOP_SHARE = 2 / 3;

/** Lower bounds of the bands, highest first. */
const BANDS = [TOP, 0.8, 0.7, 0.6, 0] as const;

/** The claims of one band. */
export interface Band {
  readonly from: number;
  readonly below: number | undefined;
  readonly claims: number;
  readonly share: number;
  /** Share of them that a label has; NaN for an empty band. */
  readonly right: number;
  /** What the confidences promise: their mean. */
  readonly promised: number;
}

/** One judged claim with the confidence that it was given. */
export interface Weighed {
  readonly article: string;
  readonly right: boolean;
  readonly confidence: number;
}

/** The facts of an article in the form of the codebook, each with its circumstances; the doubtful ones are among them. */
const withCircumstances = (article: Article) => {
  const { analysis, circumstances } = findingsIn(articleText(article));
  const predicted = toCodebook(article.id, analysis) as unknown as Labels;
  const of = new Map<Fact, Circumstances>();
  const places = analysis.claims.map((claim, index) => ({ claim, known: circumstances[index] }));
  for (const [index, incident] of (predicted.incidents ?? []).entries())
    for (const [kind, field] of Object.entries(FIELD_OF_KIND)) {
      const own = places.filter(({ claim }) => claim.incident === index && claim.kind === kind);
      for (const [at, fact] of (incident[field as Field] ?? []).entries()) {
        const known = own[at]?.known;
        if (known !== undefined) of.set(fact, known);
      }
    }
  return { predicted, of };
};

/** Every claim of some labelled articles as an example to fit from, whether it is sure enough to be made or not. */
export const examplesOf = (cases: readonly Pick<Case, 'article' | 'label'>[]): readonly Example[] =>
  cases.flatMap(({ article, label }) => {
    const { predicted, of } = withCircumstances(article);
    return matchArticle(label, predicted, article).judged.flatMap(({ fact, right }) => {
      const claim = of.get(fact);
      return claim === undefined ? [] : [{ article: article.id, claim, right }];
    });
  });

/** The claims with the confidence that they carry. */
export const asGiven = (tallies: readonly ArticleTally[]): readonly Weighed[] =>
  tallies.flatMap(({ id, judged }) =>
    judged.map(({ fact, right }) => ({ article: id, right, confidence: fact.confidence ?? 0 })),
  );

/**
 * The weights of confidence: fitted on the labelled articles and on our own, which the rules were not written with; as
 * cautious as two thirds in the top band allow.
 */
export const modelOf = (labelled: readonly Example[], own: readonly Example[]): ConfidenceModel =>
  asCautious(fitConfidence([...labelled, ...own]), labelled, TOP_SHARE);

/** Parts into which the articles are dealt for `leftOut`. */
const FOLDS = 10;

/** Each labelled article's claims with the confidence that they get from weights fitted without its tenth of the articles. */
export const leftOut = (labelled: readonly Example[], own: readonly Example[]): readonly Weighed[] => {
  const fold = new Map([...new Set(labelled.map(({ article }) => article))].map((id, index) => [id, index % FOLDS]));
  return [...Map.groupBy(labelled, ({ article }) => fold.get(article))].flatMap(([part, held]) => {
    const others = labelled.filter(({ article }) => fold.get(article) !== part);
    const model = modelOf(others, own);
    return held
      .map(({ article, claim, right }) => ({ article, right, confidence: confidenceOf(claim, model) }))
      .filter(({ confidence }) => confidence >= model.least);
  });
};

const mean = (values: readonly number[]): number =>
  values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;

/** The calibration table of some judged claims. */
export const bandsOf = (claims: readonly Weighed[]): readonly Band[] =>
  BANDS.map((from, index) => {
    const below = BANDS[index - 1];
    const own = claims.filter(({ confidence }) => confidence >= from && (below === undefined || confidence < below));
    return {
      from,
      below,
      claims: own.length,
      share: claims.length === 0 ? 0 : own.length / claims.length,
      right: mean(own.map(({ right }) => (right ? 1 : 0))),
      promised: mean(own.map(({ confidence }) => confidence)),
    };
  });

/** The two figures that the top band promises, for the bootstrap over articles. */
export const topBand = (claims: readonly Weighed[]): Readonly<Record<string, number>> => {
  const [top] = bandsOf(claims);
  return { 'top band share': top?.share ?? Number.NaN, 'top band right': top?.right ?? Number.NaN };
};
