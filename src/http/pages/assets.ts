import { AppError } from '#errors';
import { findAsset } from '#web';
import type { Handler } from '../answer.ts';
import { REVALIDATE, text } from '../answer.ts';

/** `GET /assets/{name}`: what pages load. The name carries a hash of the content, so that caches keep it for good. */
export const asset: Handler = ({ params }) => {
  const found = findAsset(params.name ?? '');
  if (found === undefined) throw new AppError('not-found', 'There is no such file.');
  return text(found.type, found.body, found.current ? 'public, max-age=31536000, immutable' : REVALIDATE);
};
