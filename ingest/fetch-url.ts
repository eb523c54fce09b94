import { AppError } from '#errors';
import { MAX_URL } from './canonical-url.ts';
import { redirectError } from './fetch-errors.ts';

/** A URL that may be asked. Throws AppError `invalid-parameter`. */
export const webUrl = (input: string): URL => {
  const url = URL.parse(input);
  const reason =
    url === null
      ? 'is no URL'
      : url.href.length > MAX_URL
        ? `is longer than ${MAX_URL} characters`
        : url.protocol !== 'http:' && url.protocol !== 'https:'
          ? 'is not of http or https'
          : url.username !== '' || url.password !== ''
            ? 'carries a user name or password'
            : undefined;
  if (url !== null && reason === undefined) {
    url.hash = '';
    return url;
  }
  throw new AppError('invalid-parameter', `The address "${input.slice(0, 200)}" ${reason}.`, {
    subject: input.slice(0, 200),
    hint: 'Give an address such as https://example.com/feed.xml.',
  });
};

/** Where a redirect leads. Throws AppError `fetch-redirects` for what is no address that is fetched. */
export const redirectTarget = (from: URL, location: string): URL => {
  if (location === '') throw redirectError(from.href, 'it redirects without saying where');
  const target = URL.parse(location, from.href);
  if (target === null) throw redirectError(from.href, 'it redirects to something that is no address');
  try {
    return webUrl(target.href);
  } catch (error) {
    throw redirectError(from.href, 'it redirects to an address that is not fetched', error);
  }
};

/** AppError `fetch-content-type` for the address of a feed item that has no page. */
export const noPage = (url: string): AppError =>
  new AppError('fetch-content-type', `The feed names no page for the item ${url}.`, {
    subject: url,
    hint: 'What the feed itself says is all there is.',
  });
