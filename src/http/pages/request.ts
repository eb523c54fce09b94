import { randomBytes } from 'node:crypto';
import { AppError } from '#errors';
import { renderRequestTaken } from '#web';
import type { Call, Handler, Services } from '../answer.ts';
import { NEVER_STORE, resolve } from '../answer.ts';
import type { Desk } from '../desk.ts';
import { fieldOf } from '../form.ts';
import { HttpError } from '../problem.ts';
import { incidentId } from '../routes/incident-id.ts';
import { page, siteOf } from './page.ts';

/** Requests that one address may send in a minute. */
const ASKED = 3;
const LEAST = 10;
const MOST = { message: 4000, about: 300, contact: 200 } as const;
type Field = keyof typeof MOST;

const shortField = (call: Call, name: Field): string | undefined => {
  const value = fieldOf(call, name);
  if (value !== undefined && value.length > MOST[name])
    throw new AppError('invalid-parameter', `"${name}" can have at most ${MOST[name]} characters.`, { subject: name });
  return value;
};

const requestIn = (call: Call) => {
  const message = shortField(call, 'message');
  if (message === undefined || message.length < LEAST)
    throw new AppError('invalid-parameter', 'Say in a sentence or more what is wrong, and how you know.', {
      subject: 'message',
    });
  const [about, contact] = [shortField(call, 'about'), shortField(call, 'contact')];
  return { message, ...(about === undefined ? {} : { about }), ...(contact === undefined ? {} : { contact }) };
};

const deskOf = ({ desk }: Services): Desk => {
  if (desk === undefined) throw new HttpError('not-configured', 'This server takes no requests for corrections.');
  return desk;
};

/**
 * `POST /incidents/{id}/correction-requests`: somebody asks for a correction, or replies. It lands on the desk. Robots,
 * who fill in what is hidden, get the same answer and nothing is kept.
 */
export const askForCorrection: Handler = async (call, services) => {
  const { requests, asking } = deskOf(services);
  const given = requestIn(call);
  const allowance = asking.take(call.caller ?? '', ASKED);
  if (!allowance.allowed)
    throw new HttpError(
      'too-many-requests',
      'That was several at once. Wait a minute.',
      undefined,
      allowance.resetSeconds,
    );
  const id = incidentId(call);
  const found = await services.store.getIncident(id);
  if (found !== undefined && 'found' in found && fieldOf(call, 'website') === undefined) {
    const request = { id: `req_${randomBytes(10).toString('hex')}`, at: new Date().toISOString(), incidentId: id };
    if (!(await requests.add({ ...request, ...given })))
      throw new HttpError('too-many-requests', 'More requests wait than the editors can read. Try again another day.');
  }
  if (found !== undefined && 'redirect' in found)
    throw new AppError('conflict', 'This incident has another address now; open its page and send the form there.', {
      subject: id,
    });
  return resolve(id, found, call, () =>
    page(renderRequestTaken(id, siteOf(call, services)), { status: 201, cache: NEVER_STORE }),
  );
};
