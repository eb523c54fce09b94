import { parentPort } from 'node:worker_threads';
import { AppError, messageOf } from '#errors';
import { extractArticle } from './extract.ts';
import { parseFeed } from './feed.ts';
import { type ParseJob, type ParseReply, READY } from './parse-messages.ts';
import { parseSitemap } from './sitemap.ts';

const run = async (job: ParseJob): Promise<ParseReply> => {
  try {
    if (job.task === 'feed') return { id: job.id, feed: await parseFeed(job.body, job.context) };
    if (job.task === 'sitemap') return { id: job.id, sitemap: parseSitemap(job.body, job.context) };
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

// Loading the libraries takes longer than most pages: the deadline of the first job starts here.
parentPort?.postMessage({ id: READY });
