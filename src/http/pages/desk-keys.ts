import { AppError } from '#errors';
import { renderDeskKeys, renderSecret } from '#web';
import type { Answer, Call, Handler, Services } from '../answer.ts';
import { fieldOf } from '../form.ts';
import { issueKey, keyNameIn, scopeIn } from '../issue-key.ts';
import { HttpError } from '../problem.ts';
import { deskOf, made } from '../routes/desk-call.ts';
import { atDesk, own, valueIn } from './desk.ts';
import { writing } from './desk-writes.ts';
import { siteOf } from './page.ts';
import type { Session } from './session.ts';

const adminOnly = ({ admin }: Session): void => {
  if (!admin) throw new HttpError('forbidden', 'Keys are given and revoked with a key that allows "admin".');
};

/** `GET /desk/keys`: who has which key; for admins. */
export const deskKeysPage: Handler = atDesk(async (session, call, services) => {
  adminOnly(session);
  return own(renderDeskKeys({ session, keys: await deskOf(services).access.listKeys() }, siteOf(call, services)));
});

const giveKey = async (call: Call, services: Services, session: Session): Promise<Answer> => {
  adminOnly(session);
  const told = { name: keyNameIn(fieldOf(call, 'name') ?? ''), scope: scopeIn(fieldOf(call, 'scope') ?? '') };
  const { id, token } = await issueKey(deskOf(services).access, told);
  return made({ ...told, token }, `/desk/keys/${id}`, services);
};

/** `POST /desk/keys`: the page that follows is the only one that shows the key. */
export const deskGiveKey: Handler = writing(giveKey, (answer, session, call, services) => {
  const { name, scope, token } = valueIn<{ name: string; scope: string; token: string }>(answer);
  const view = {
    session,
    title: `A key for ${name}`,
    means: `It allows "${scope}". Programs send it as "Authorization: Bearer …"; people open the desk with it.`,
    secret: token,
    back: '/desk/keys',
  };
  return own(renderSecret(view, siteOf(call, services)), 201);
});

/** `POST /desk/keys/{id}/revoke` */
export const deskRevokeKey: Handler = writing(async (call, services, session) => {
  adminOnly(session);
  if (!(await deskOf(services).access.revokeKey(call.params.id ?? '', new Date().toISOString())))
    throw new AppError('not-found', 'There is no such key in use.');
  return { kind: 'nothing' };
});
