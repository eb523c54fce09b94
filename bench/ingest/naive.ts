import { Readability } from '@mozilla/readability';
import compromise from 'compromise';
import { JSDOM } from 'jsdom';
import type { Analysis } from '#domain/claim.ts';
import { articleId, contentId } from '#domain/ids.ts';
import { type ArticleText, analyse } from '#nlp';
import type { openDriver } from '../../db/client.ts';
import { articleText } from '../../ingest/article-text.ts';
import { pageMetadata } from '../../ingest/page-metadata.ts';
import { scanPage } from '../../ingest/page-scan.ts';
import type { Incoming } from './corpus.ts';

/*
 * The pipeline that one writes first: Readability on jsdom, compromise's entities of the whole text, then the claims (by
 * our rules, so that both say the same), one article after the other, each row in a transaction of its own.
 */

const TABLES = `
  create schema naive;
  create table naive.articles (id text primary key, url text, publisher text);
  create table naive.revisions (id text primary key, article_id text, title text, text text, published_at text);
  create table naive.analyses (id text primary key, revision_id text, genre text, relevant boolean, language text);
  create table naive.local_incidents (analysis_id text, position integer, victim text, body jsonb);
  create table naive.claims (analysis_id text, position integer, kind text, body jsonb);`;

type Driver = ReturnType<typeof openDriver>;

/** Makes the tables of the naive pipeline. */
export const prepareNaive = async (driver: Driver): Promise<void> => {
  await driver.unsafe(TABLES).simple();
};

const readPage = (html: string, url: string): ArticleText => {
  const metadata = pageMetadata(scanPage(html, url), url, undefined);
  const { document } = new JSDOM(html, { url }).window;
  const text = articleText(new Readability(document, { disableJSONLD: true }).parse()?.content ?? '', metadata.title);
  const { title, publishedAt } = metadata;
  return { title, text, ...(publishedAt === undefined ? {} : { publishedAt }) };
};

/** People, places and organisations, of which a naive tagger starts. */
const entitiesOf = ({ title, text }: ArticleText): number => {
  const read = compromise(`${title}\n${text}`);
  return [read.people(), read.places(), read.organizations()].reduce((sum, all) => sum + all.out('array').length, 0);
};

const textOf = ({ html, url, title, text, published }: Incoming): ArticleText =>
  html === undefined
    ? { title: title ?? '', text: text ?? '', ...(published === undefined ? {} : { publishedAt: published }) }
    : readPage(html, url);

/** Takes in one article. What is read in it is given to `told`. */
export const ingestNaively = async (
  driver: Driver,
  incoming: Incoming,
  told: (incoming: Incoming, analysis: Analysis) => void,
): Promise<void> => {
  const publisher = incoming.source ?? '';
  const article = { ...textOf(incoming), source: publisher };
  entitiesOf(article);
  const analysis = analyse(article);
  told(incoming, analysis);
  const id = articleId(incoming.url);
  const revision = contentId('rev', id, article.title, article.text);
  const row = (statement: string, ...values: (string | number | boolean | null)[]) =>
    driver.begin(transaction => transaction.unsafe(statement, values));
  const published = article.publishedAt ?? null;
  await row('insert into naive.articles values ($1, $2, $3) on conflict do nothing', id, incoming.url, publisher);
  await row(
    'insert into naive.revisions values ($1, $2, $3, $4, $5) on conflict do nothing',
    ...[revision, id, article.title, article.text.replaceAll('\0', ''), published],
  );
  await row(
    'insert into naive.analyses values ($1, $2, $3, $4, $5) on conflict do nothing',
    ...[revision, revision, analysis.genre, analysis.relevant, analysis.language],
  );
  for (const [position, incident] of analysis.incidents.entries())
    await row(
      'insert into naive.local_incidents values ($1, $2, $3, $4::text::jsonb)',
      ...[revision, position, incident.victim, JSON.stringify(incident)],
    );
  for (const [position, claim] of analysis.claims.entries())
    await row(
      'insert into naive.claims values ($1, $2, $3, $4::text::jsonb)',
      ...[revision, position, claim.kind, JSON.stringify(claim)],
    );
};
