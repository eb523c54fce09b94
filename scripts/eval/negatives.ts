import type { Article, Labels } from './labels.ts';
import { PATHS, predict, readLines } from './shared.ts';
import { NO_VERDICT, VERDICTS } from './verdicts.ts';

/** A hard negative that was taken for relevant. */
export interface FalseAlarm {
  readonly id: string;
  readonly victims: readonly string[];
  readonly verdict: string;
}

/** Articles that report no incident at a retailer, read whole and by their headline alone. */
export interface Negatives {
  readonly articles: number;
  readonly alarms: readonly FalseAlarm[];
  readonly headlines: readonly { readonly article: Article; readonly label: Labels; readonly predicted: Labels }[];
}

const nothing = (id: string): Labels => ({ id, relevant: false, incidents: [] });

/** Reads every hard negative. */
export const readNegatives = (): Negatives => {
  const articles = readLines<Article>(PATHS.negatives);
  const alarms = articles.flatMap(article => {
    const { relevant, incidents = [] } = predict(article);
    if (!relevant) return [];
    const victims = [...new Set(incidents.map(({ victim }) => victim))];
    return [{ id: article.id, victims, verdict: VERDICTS[article.id] ?? NO_VERDICT }];
  });
  const headlines = articles
    .map(article => ({ ...article, text: '' }))
    .map(article => ({ article, label: nothing(article.id), predicted: predict(article) }));
  return { articles: articles.length, alarms, headlines };
};
