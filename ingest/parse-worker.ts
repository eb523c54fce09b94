import { parentPort } from 'node:worker_threads';
import { AppError, messageOf } from '#errors';
import { extractArticle } from './extract.ts';
import { parseFeed } from './feed.ts';
import type { ParseJob, ParseReply } from './parsers.ts';

const run = async (job: ParseJob): Promise<ParseReply> => {
  try {
    if (job.task === 'feed') return { id: job.id, feed: await parseFeed(job.body, job.context) };
    return { id: job.id, article: await extractArticle(job.body, job.context) };
  } catch (error) {
    if (!(error instanceof AppError)) return { id: job.id, error: { message: messageOf(error) } };
    const { code, message, subject, hint } = error;
    return { id: job.id, error: { code, message, subject, hint } };
  }
};

parentPort?.on('message', async (job: ParseJob) => {
  parentPort?.postMessage(await run(job));
});
