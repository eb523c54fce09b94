import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toCodebook } from '#export/codebook.ts';
import { type ArticleText, analyse } from '#nlp';
import type { Article, Labels } from './labels.ts';

/** The repository, and the measuring sets beside it: texts that belong to their publishers and are not part of it. */
export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const SHARED = join(REPOSITORY, '..', 'shared');

export const PATHS = {
  scorer: join(SHARED, 'gold', 'score.mjs'),
  dev: { articles: join(SHARED, 'gold', 'dev.articles.jsonl'), labels: join(SHARED, 'gold', 'dev.labels.jsonl') },
  sealed: {
    articles: join(SHARED, 'gold', 'sealed.articles.jsonl'),
    labels: join(SHARED, 'gold', 'sealed.labels.jsonl'),
  },
  headlines: {
    articles: join(SHARED, 'gold', 'headlines.articles.jsonl'),
    labels: join(SHARED, 'gold', 'headlines.labels.jsonl'),
  },
  seed: { articles: join(SHARED, 'seed', 'articles.jsonl'), labels: join(SHARED, 'seed', 'labels.jsonl') },
  negatives: join(SHARED, 'corpora', 'hard-negatives.jsonl'),
  breaches: join(SHARED, 'corpora', 'breach-news.jsonl'),
} as const;

export const isThere = (): boolean => existsSync(PATHS.scorer);

/** The rows of a JSON Lines file. */
export const readLines = <Row>(path: string): readonly Row[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line) as Row);

/** An article with its label and with what the program reads in it. */
export interface Case {
  readonly article: Article;
  readonly label: Labels;
  readonly predicted: Labels;
}

/** An article of a measuring set as the program takes it. */
export const articleText = ({ title, text, published, source }: Article): ArticleText => ({
  title,
  text,
  ...(published === undefined ? {} : { publishedAt: published }),
  ...(source === undefined ? {} : { source }),
});

/** What the program reads in an article, in the form of the codebook. */
export const predict = (article: Article): Labels =>
  toCodebook(article.id, analyse(articleText(article))) as unknown as Labels;

/** The labelled articles of a set, each analysed. */
export const readCases = (paths: { readonly articles: string; readonly labels: string }): readonly Case[] => {
  const articles = new Map(readLines<Article>(paths.articles).map(article => [article.id, article]));
  return readLines<Labels>(paths.labels).flatMap(label => {
    const article = articles.get(label.id);
    return article ? [{ article, label, predicted: predict(article) }] : [];
  });
};
