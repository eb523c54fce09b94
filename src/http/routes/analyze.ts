import { AppError } from '#errors';
import type { Handler } from '../answer.ts';
import { json, NEVER_STORE } from '../answer.ts';
import { readParameters } from '../params.ts';
import { HttpError } from '../problem.ts';

/** Longest text that is analysed, in UTF-16 units: the longest articles of newspapers are half as long. */
const MOST = 50_000;
const MOST_TITLE = 500;
const DAY = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z)?$/;
const MEMBERS = ['title', 'text', 'publishedAt', 'source'] as const;

const member = (
  body: Readonly<Record<string, unknown>>,
  name: (typeof MEMBERS)[number],
  most: number,
): string | undefined => {
  const value = body[name];
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value.length <= most) return value;
  throw new AppError('invalid-parameter', `"${name}" must be a text of at most ${most} characters.`, {
    subject: name,
    data: { allowed: [`a text of at most ${most} characters`] },
  });
};

const articleIn = (body: unknown) => {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new HttpError('malformed-request', 'The body must be a JSON object with a "text".');
  const given = body as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(given).find(name => !MEMBERS.some(one => one === name));
  if (unknown !== undefined)
    throw new AppError('invalid-parameter', `"${unknown.slice(0, 100)}" is no member of an article.`, {
      subject: unknown.slice(0, 100),
      data: { allowed: MEMBERS },
    });
  const text = member(given, 'text', MOST);
  if (text === undefined || text.trim() === '')
    throw new AppError('invalid-parameter', 'There is no "text" to analyse.', {
      subject: 'text',
      data: { allowed: ['a text'] },
    });
  const publishedAt = member(given, 'publishedAt', 30);
  if (publishedAt !== undefined && (!DAY.test(publishedAt) || Number.isNaN(Date.parse(publishedAt))))
    throw new AppError('invalid-parameter', '"publishedAt" is not a day or a UTC time.', {
      subject: 'publishedAt',
      data: { allowed: ['a day such as 2025-05-01 or a time such as 2025-05-01T09:30:00Z, UTC'] },
    });
  const source = member(given, 'source', 200);
  return {
    title: (member(given, 'title', MOST_TITLE) ?? '').toWellFormed(),
    text: text.toWellFormed(),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(source === undefined ? {} : { source }),
  };
};

/** `POST /v1/analyze`: what the rules read in a text that the request brings. Nothing of it is kept. */
export const analyze: Handler = async (call, services) => {
  readParameters(call.query, []);
  const article = articleIn(call.body);
  if (services.reading === undefined) throw new HttpError('not-configured', 'This server analyses nothing.');
  const { extractor, language, status, relevant, genre, incidents, claims } = await services.reading.analyse(article);
  // The rules leave it empty where neither the text nor the article's date tells it.
  const dated = incidents.map(({ known, ...rest }) => (known === '' ? rest : { ...rest, known }));
  const analysis = { extractor, language, status, relevant, genre, incidents: dated, claims };
  return { ...json(analysis, services), cache: NEVER_STORE };
};
