import { randomUUID } from 'node:crypto';
import { AppError } from '#errors';
import { renderSignIn } from '#web';
import type { Answer, Call, Handler, Services } from '../answer.ts';
import { NEVER_STORE } from '../answer.ts';
import { fieldOf, fieldsOf } from '../form.ts';
import { toProblem } from '../problem.ts';
import { deskOf } from '../routes/desk-call.ts';
import { addCorrection, addSource, removeSource } from '../routes/writes.ts';
import { performWrite } from '../write.ts';
import { page, siteOf } from './page.ts';
import { closingCookie, deskKey, formSession, openingCookie, type Session } from './session.ts';

/** 303: what comes next is another page. */
const seeOther = (location: string, cookie?: string): Answer => ({
  kind: 'content',
  status: 303,
  type: 'text/plain; charset=utf-8',
  body: `See ${location}`,
  cache: NEVER_STORE,
  headers: { Location: location, ...(cookie === undefined ? {} : { 'Set-Cookie': cookie }) },
});

const BACK = /^\/(?:desk(?:\/(?:review|webhooks|keys|incidents\/[a-z0-9-]{1,120}))?)?$/;

/** Only a page of this server, so that no link leads away through here. */
const backOf = (call: Call): string => {
  const back = fieldOf(call, 'back') ?? '/desk';
  return BACK.test(back) ? back : '/desk';
};

/**
 * A write of the desk: checked, noted in the log of writes, and followed by the page from which it came, or by what
 * `show` makes of its answer.
 */
export const writing =
  (
    perform: (call: Call, services: Services, session: Session) => Answer | Promise<Answer>,
    show: (answer: Answer, session: Session, call: Call, services: Services) => Answer = (_, __, call) =>
      seeOther(backOf(call)),
  ): Handler =>
  async (call, services) => {
    const session = await formSession(call, services);
    const { access } = deskOf(services);
    const requestId = randomUUID();
    const keyed: Call = { ...call, key: session.key };
    const answer = await performWrite(access, {
      method: 'POST',
      key: session.key,
      call: keyed,
      requestId,
      perform: async () => perform(keyed, services, session),
      problemOf: error => toProblem(error, call.path, requestId),
    });
    return show(answer, session, call, services);
  };

const DONE: Answer = { kind: 'nothing' };

/** What each kind of decision takes from a form beside its reason. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  merge: ['from', 'into'],
  split: ['incident'],
  dismiss: ['claim'],
  pin: ['incident', 'claim'],
  retitle: ['incident', 'title'],
  takedown: ['note'],
  undo: ['decision'],
};

const onlyArticle = (call: Call): string => {
  const [article, ...more] = fieldsOf(call, 'articles');
  if (article === undefined || more.length > 0)
    throw new AppError('invalid-parameter', 'Tick one article for this.', { subject: 'articles' });
  return article;
};

/** A decision as the API takes it. */
const decisionIn = (call: Call): object => {
  const kind = fieldOf(call, 'kind') ?? '';
  const given = ['kind', 'why', ...(FIELDS[kind] ?? [])].flatMap(name => {
    const value = fieldOf(call, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(given),
    ...(kind === 'split' ? { articles: fieldsOf(call, 'articles') } : {}),
    ...(kind === 'takedown' || kind === 'not-an-incident' ? { article: onlyArticle(call) } : {}),
  };
};

/** `POST /desk/decisions`: what the API takes as a correction, out of a form. */
export const deskDecision: Handler = writing((call, services) =>
  addCorrection({ ...call, body: decisionIn(call) }, services),
);

/** `POST /desk/requests/{id}/settle` */
export const settleRequest: Handler = writing(async (call, services, { who }) => {
  const at = new Date().toISOString();
  if (!(await deskOf(services).requests.settle(call.params.id ?? '', { who, at })))
    throw new AppError('not-found', 'There is no such open request.');
  return DONE;
});

/** `POST /desk/sources`, `POST /desk/sources/{id}/remove` */
export const deskAddSource: Handler = writing((call, services) =>
  addSource({ ...call, body: { feedUrl: fieldOf(call, 'feedUrl') ?? '' } }, services),
);
export const deskRemoveSource: Handler = writing((call, services) => removeSource(call, services));

/** `POST /desk/sources/{id}/restore`: takes back that it was removed. */
export const deskRestoreSource: Handler = writing(async ({ params: { id } }, { store }) => {
  const found = (await store.listRemovedSources()).find(({ source }) => source.id === id);
  if (found === undefined) throw new AppError('not-found', 'There is no such source among those that were removed.');
  await store.addSource(found.source);
  return DONE;
});

/** `POST /desk/sign-in`: opens the desk with a key. */
export const signIn: Handler = async (call, services) => {
  const token = fieldOf(call, 'key') ?? '';
  const key = await deskKey(token, services);
  if (key === undefined) return page(renderSignIn(true, siteOf(call, services)), { status: 401, cache: NEVER_STORE });
  return seeOther('/desk', openingCookie(call, deskOf(services).sessionSecret, key));
};

/** `POST /desk/sign-out` */
export const signOut: Handler = async (call, services) => {
  await formSession(call, services);
  return seeOther('/', closingCookie(call));
};
