import { readFile } from 'node:fs/promises';
import { createReader } from '#compose';
import type { Config } from '#config';
import type { ImportRow } from '#domain/import.ts';
import { AppError, messageOf } from '#errors';
import { toCodebook } from '#export/codebook.ts';
import { type ArticleText, analyse } from '#nlp';
import { fetchPage, readHtml } from '#pipeline';
import { explain } from './explain.ts';
import { parsePublished, readImport } from './import-lines.ts';
import { print, say } from './terminal.ts';

interface AnalyzeOptions {
  /** A file of JSON Lines. */
  readonly jsonl?: string;
  /** Of that file only the article with this id. */
  readonly id?: string;
  /** When a text was published, UTC. */
  readonly published?: string;
  /** Sentence by sentence for people, instead of JSON. */
  readonly explain?: boolean;
  /** JSON, on a terminal too. */
  readonly json?: boolean;
}

/** A row's own words and times, over those that were read in its page. */
const articleOf = (row: ImportRow, read: { title: string; text: string; publishedAt?: string }): ArticleText => {
  const published = row.published ?? read.publishedAt;
  return {
    title: row.title ?? read.title,
    text: read.text,
    ...(published === undefined ? {} : { publishedAt: published }),
    ...(row.source === undefined ? {} : { source: row.source }),
  };
};

/** A page is read by the extractor first; its own dates and title count where the row names none. */
const readPage = async (config: Config, row: ImportRow): Promise<ArticleText> => {
  const reader = createReader(config);
  try {
    return articleOf(
      row,
      row.html === undefined
        ? (await fetchPage(reader, row.url ?? '')).article
        : await readHtml(reader, row.html, row.url),
    );
  } finally {
    await reader.close();
  }
};

const readRow = (config: Config, row: ImportRow): Promise<ArticleText> | ArticleText =>
  row.text === undefined ? readPage(config, row) : articleOf(row, { title: '', text: row.text });

const readStdin = async (): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

const readFileText = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch(cause => {
    throw new AppError('config', `${path} cannot be read: ${messageOf(cause)}.`, { subject: path, cause });
  });

/** An address is fetched; of a text the first line is the headline, the rest the body. */
const rowOf = async (input: string, published: string | undefined): Promise<ImportRow> => {
  const dated = published === undefined ? {} : { published: parsePublished(published) };
  if (/^https?:\/\//.test(input)) return { url: input, ...dated };
  const text = input === '-' ? await readStdin() : await readFileText(input);
  const [title = '', ...body] = text.trim().split('\n');
  return { title: title.trim(), text: body.join('\n').trim(), ...dated };
};

const show = (id: string, article: ArticleText, options: AnalyzeOptions, indent?: number): void => {
  if (options.explain || (process.stdout.isTTY && !options.json)) for (const line of explain(article)) print(line);
  else print(JSON.stringify(toCodebook(id, analyse(article)), null, indent));
};

/** Every line of the file, or the one article that is asked for; a line that cannot be read is told and passed over. */
const analyzeLines = async (config: Config, path: string, options: AnalyzeOptions): Promise<number> => {
  let failed = 0;
  let shown = 0;
  for await (const { number, row, error } of readImport(path)) {
    const id = row?.id ?? row?.url ?? String(number);
    if (options.id !== undefined && id !== options.id) continue;
    try {
      if (error) throw error;
      if (!row) continue;
      show(id, await readRow(config, row), options);
      shown++;
    } catch (cause) {
      if (!(cause instanceof AppError)) throw cause;
      failed++;
      say(`${path}:${number}: ${cause.message}`);
    }
  }
  if (options.id !== undefined && shown + failed === 0)
    throw new AppError('not-found', `${path} has no article "${options.id}".`, { subject: path });
  return failed > 0 ? 1 : 0;
};

/**
 * `receipts analyze [--explain | --json] [--jsonl FILE [--id ID] | URL | FILE | -]`: prints each article's analysis in the
 * form of the codebook, one JSON object a line; on a terminal, or where it is asked for, explains it sentence by sentence.
 * The database is not touched.
 */
export const analyzeCommand = async (
  config: Config,
  input: string | undefined,
  options: AnalyzeOptions,
): Promise<number> => {
  if (options.jsonl !== undefined) return analyzeLines(config, options.jsonl, options);
  if (options.id !== undefined)
    throw new AppError('invalid-parameter', '--id chooses an article of a file.', {
      hint: 'Name it with --jsonl FILE.',
    });
  if (input === undefined)
    throw new AppError('invalid-parameter', 'Nothing to analyse.', {
      hint: 'Give a URL, a text file, - for standard input (first line: the headline), or --jsonl FILE.',
    });
  show(input, await readRow(config, await rowOf(input, options.published)), options, 2);
  return 0;
};
