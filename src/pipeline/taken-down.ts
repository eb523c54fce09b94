import { AppError } from '#errors';
import { canonicalUrl } from '#ingest';
import type { Stages } from './stages.ts';

/** @throws AppError `gone` where the article of this address was taken down: it is not taken in again. */
export const refuseTakenDown = async ({ store }: Pick<Stages, 'store'>, url: string): Promise<void> => {
  if (!(await store.isTakenDown(/^https?:/.test(url) && URL.canParse(url) ? canonicalUrl(url) : url))) return;
  throw new AppError('gone', `${url} was taken down and is not taken in again.`, {
    subject: url,
    hint: 'The takedown is listed at /v1/corrections; `receipts corrections undo` takes it back.',
  });
};
