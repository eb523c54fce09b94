import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { compose, type Program } from '#compose';
import type { Config } from '#config';
import { AppError, messageOf } from '#errors';
import { EXPORT_FORMATS } from '#export/registry.ts';
import { createApp } from '#http';
import { createHistory } from '#pipeline';
import { VERSION } from '../version.ts';
import { EXIT } from './stopping.ts';
import { say } from './terminal.ts';

/** What is asked of the API. */
interface ExportOptions {
  readonly format: string;
  readonly out?: string;
  /** `name=value`, as in the API's query. */
  readonly filter?: readonly string[];
  readonly limit?: string;
  readonly dryRun?: boolean;
}

const SUFFIXES = EXPORT_FORMATS.map(({ suffix }) => suffix);

const checked = (format: string): string => {
  if (SUFFIXES.includes(format)) return format;
  throw new AppError('invalid-parameter', `There is no format "${format}".`, {
    subject: '--format',
    hint: `There are ${SUFFIXES.join(', ')}.`,
  });
};

const queryOf = ({ filter = [], limit }: ExportOptions): URLSearchParams => {
  const query = new URLSearchParams();
  for (const pair of filter) {
    const [name = '', ...value] = pair.split('=');
    if (value.length === 0)
      throw new AppError('invalid-parameter', `--filter ${pair} lacks its value.`, {
        hint: 'Write it as in the API: --filter retailer=co-op --filter dataType=passwords.',
      });
    query.append(name, value.join('='));
  }
  if (limit !== undefined) query.set('limit', limit);
  return query;
};

/** The API without a network: on the loopback, at a port that nobody knows, for as long as `task` takes. */
const withApi = async (config: Config, program: Program, task: (origin: string) => Promise<void>): Promise<void> => {
  const server = createServer(
    createApp({
      store: program.store,
      history: createHistory(program.stages),
      contract: '',
      demo: false,
      publicUrl: config.publicUrl ?? `http://${config.host}:${config.port}`,
      version: VERSION,
      log: say,
    }),
  );
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    await task(`http://127.0.0.1:${port}`);
  } finally {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  }
};

const ask = (url: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => get(url, resolve).on('error', reject));

const textOf = async (answer: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

/** What the API says of a wrong question, in its words. */
const refused = async (answer: IncomingMessage): Promise<AppError> => {
  const { title, detail } = JSON.parse(await textOf(answer)) as { title?: string; detail?: string };
  return new AppError(
    answer.statusCode === 404 ? 'not-found' : 'invalid-parameter',
    detail ?? title ?? 'It is refused.',
  );
};

/** A redirect leads from a former id of an incident to the present one. */
const follow = async (origin: string, path: string): Promise<IncomingMessage> => {
  const answer = await ask(origin + path);
  const { statusCode = 0, headers } = answer;
  if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
    answer.resume();
    const { pathname, search } = new URL(headers.location, origin);
    return ask(origin + pathname + search);
  }
  return answer;
};

const save = async (answer: IncomingMessage, out: string | undefined): Promise<void> => {
  if (out === undefined) {
    await pipeline(answer, process.stdout, { end: false });
    return;
  }
  await pipeline(answer, createWriteStream(`${out}.part`))
    .then(() => rename(`${out}.part`, out))
    .catch(cause => {
      throw new AppError('config', `${out} cannot be written: ${messageOf(cause)}.`, { subject: out, cause });
    });
};

/** The address of the following page, where the answer is one page of more. */
const nextOf = ({ headers }: IncomingMessage): string | undefined =>
  /<([^>]+)>;\s*rel="next"/.exec(String(headers['link'] ?? ''))?.[1];

const write = async (config: Config, path: string, options: ExportOptions): Promise<number> => {
  const query = queryOf(options).toString();
  const program = await compose(config, { log: say });
  try {
    await withApi(config, program, async origin => {
      const answer = await follow(origin, query === '' ? path : `${path}?${query}`);
      if (answer.statusCode !== 200) throw await refused(answer);
      const next = nextOf(answer);
      if (options.dryRun) {
        const { length } = await textOf(answer);
        say(`${length} characters of ${answer.headers['content-type']} would be written. Nothing was written.`);
        return;
      }
      await save(answer, options.out);
      if (options.out !== undefined) say(`Wrote ${options.out}.`);
      const cursor = next === undefined ? null : new URL(next, origin).searchParams.get('cursor');
      if (cursor !== null) say(`There is more: go on with --filter cursor=${cursor}`);
    });
    return EXIT.done;
  } finally {
    await program.close();
  }
};

/** `receipts export incidents --format F`: a filtered list of incidents, as `/v1/incidents.F` gives it. */
export const exportIncidents = (config: Config, options: ExportOptions): Promise<number> =>
  write(config, `/v1/incidents.${checked(options.format)}`, options);

/** `receipts export incident ID --format F`: one incident, as `/v1/incidents/ID.F` gives it. */
export const exportIncident = (config: Config, id: string, options: ExportOptions): Promise<number> =>
  write(config, `/v1/incidents/${encodeURIComponent(id)}.${checked(options.format)}`, options);
