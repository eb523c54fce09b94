import express, { type RequestHandler } from 'express';
import type { Call } from './answer.ts';
import { HttpError } from './problem.ts';

const parse = express.urlencoded({ extended: false, limit: 64 * 1024, parameterLimit: 300 });

/** From which site a browser says that a form was sent; others than browsers say nothing. */
const isForeign = (site: string | undefined): boolean =>
  site !== undefined && site !== 'same-origin' && site !== 'none';

/**
 * Reads the fields of a page's form into `request.body`. Throws HttpError `forbidden` where a browser sends it from
 * another site, `unsupported-media-type`.
 */
export const readForm: RequestHandler = (request, response, next) => {
  if (isForeign(request.get('sec-fetch-site')))
    return next(new HttpError('forbidden', 'This form can only be sent from its own page.'));
  if (request.is('application/x-www-form-urlencoded') === false)
    return next(
      new HttpError('unsupported-media-type', 'The body must be a form (application/x-www-form-urlencoded).'),
    );
  parse(request, response, next);
};

/** A field of a form, without blanks around it; undefined where it is missing, empty or given more than once. */
export const fieldOf = ({ body }: Call, name: string): string | undefined => {
  const value = (body as Readonly<Record<string, unknown>> | undefined)?.[name];
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
};

/** All values of a field that can be ticked several times. */
export const fieldsOf = ({ body }: Call, name: string): readonly string[] => {
  const value = (body as Readonly<Record<string, unknown>> | undefined)?.[name];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter(one => typeof one === 'string' && one !== '') as readonly string[];
};
