import { AppError } from '#errors';
import { renderDocs, renderProblemDocs } from '#web';
import type { Answer, Handler } from '../answer.ts';
import { REVALIDATE, strongTag, text } from '../answer.ts';
import { PROBLEMS, type ProblemCode } from '../problem.ts';
import { PROBLEM_CATALOGUE } from '../problem-catalogue.ts';

const HTML = 'text/html; charset=utf-8';

/** The one page with a script: it comes from here, asks only here, and may show pictures that its stylesheet holds. */
const DOCS_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** `GET /docs`: the API, for those who write programs. */
export const docsPage: Handler = ({ origin }, { demo, version }): Answer => {
  const body = renderDocs(origin, { demo, version });
  const headers = { 'Content-Security-Policy': DOCS_POLICY };
  return { kind: 'content', type: HTML, body, etag: strongTag(body), cache: REVALIDATE, headers };
};

const CODES = Object.keys(PROBLEMS) as readonly ProblemCode[];

const explained = (code: ProblemCode) => ({ code, ...PROBLEMS[code], ...PROBLEM_CATALOGUE[code] });

/** `GET /docs/problems`: all kinds of problems. */
export const problemsPage: Handler = (_call, { demo, version }) =>
  text(HTML, renderProblemDocs(CODES.map(explained), { demo, version }));

/** `GET /docs/problems/{code}`: where the `type` of a problem leads. */
export const problemPage: Handler = ({ params }, { demo, version }) => {
  const code = CODES.find(one => one === params.name);
  if (code === undefined)
    throw new AppError('not-found', 'There is no such kind of problem; /docs/problems has them all.');
  return text(HTML, renderProblemDocs([explained(code)], { demo, version }));
};
