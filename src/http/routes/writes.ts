import type { SourceStatus } from '#db';
import { allows } from '#domain/access.ts';
import type { Source } from '#domain/article.ts';
import { DECISION_KINDS, type DecisionAction, type DecisionKind } from '#domain/decision.ts';
import type { ImportRow } from '#domain/import.ts';
import { PUBLISHER_KINDS } from '#domain/vocabulary.ts';
import { AppError } from '#errors';
import type { Call, Handler, Services } from '../answer.ts';
import { json } from '../answer.ts';
import { matchingMember, optional, readMembers, textMember, wordMember } from '../body.ts';
import { PAGE_PARAMETERS, pageRequest, readParameters } from '../params.ts';
import { HttpError } from '../problem.ts';
import { deskOf, keyOf, made, missing, ownList } from './desk-call.ts';

const webAddress = matchingMember(/^https?:\/\/[^\s]{1,2000}$/i, 'an address that begins with https:// or http://');
const slugMember = matchingMember(/^[a-z0-9-]{1,100}$/, 'lower-case letters, digits and hyphens');

const SOURCE = {
  feedUrl: webAddress,
  id: optional(slugMember),
  publisher: optional(textMember(200)),
  country: optional(matchingMember(/^[A-Z]{2}$/, 'an ISO 3166-1 alpha-2 code')),
  kind: optional(wordMember(PUBLISHER_KINDS)),
  language: optional(matchingMember(/^[a-z]{2}$/, 'an ISO 639-1 code')),
  why: optional(textMember(500)),
} as const;

const publicSource = ({ id, publisher, country, kind, feedUrl, language, why }: Source) => ({
  id,
  publisher,
  country,
  kind,
  feedUrl,
  language,
  why,
});

const listedSource = (source: SourceStatus) => ({
  ...publicSource(source),
  articles: source.articles,
  ...(source.lastSuccessAt === undefined ? {} : { lastReadAt: source.lastSuccessAt }),
});

/** `GET /v1/sources`: the feeds that are read. All of them on one page: there are tens. */
export const listSources: Handler = async (call, services) => {
  readParameters(call.query, []);
  const sources = await services.store.listSources();
  return json({ items: sources.map(listedSource) }, services);
};

/** `POST /v1/sources` */
export const addSource: Handler = async (call, services) => {
  const { feedUrl, ...told } = readMembers(call.body, SOURCE);
  const source = await deskOf(services).actions.addSource(feedUrl, told);
  return made(publicSource(source), `/v1/sources/${source.id}`, services);
};

/** `DELETE /v1/sources/{id}`: it is read no more; what came from it stays. */
export const removeSource: Handler = async (call, services) => {
  if (!(await deskOf(services).actions.removeSource(call.params.id ?? ''))) throw missing('source', '/v1/sources');
  return { kind: 'nothing' };
};

const incident = matchingMember(/^[a-z0-9-]{1,120}$/, 'the id of an incident, such as harrods-2025-09');
const article = matchingMember(/^art_[0-9a-f]{20}$/, 'the id of an article (art_…)');
const claim = matchingMember(/^clm_[0-9a-f]{20}$/, 'the id of a claim (clm_…)');
const articles = {
  read: (value: unknown): readonly string[] | undefined =>
    Array.isArray(value) && value.length > 0 && value.length <= 200 && value.every(one => article.read(one))
      ? (value as readonly string[])
      : undefined,
  allowed: ['a list of ids of articles (art_…)'],
};

/** What each kind of correction says beside its kind and reason. */
const CORRECTIONS = {
  merge: { from: incident, into: incident },
  split: { incident, articles },
  dismiss: { claim },
  pin: { incident, claim },
  retitle: { incident, title: textMember(300) },
  'not-an-incident': { article },
  takedown: { article, note: textMember(500) },
  undo: { decision: matchingMember(/^dec_[0-9a-f]{20}$/, 'the id of a correction (dec_…)') },
} as const satisfies Record<DecisionKind, object>;

const common = { kind: wordMember(DECISION_KINDS), why: textMember(1000) } as const;

const targetOf = async ({ store }: Services, id: string) => {
  const target = await store.claimTarget(id);
  if (target !== undefined) return target;
  throw new AppError('not-found', `There is no claim with the id "${id}".`, {
    subject: id,
    hint: 'The ids of claims (clm_…) stand in timelines and at /v1/incidents/{id}/claims.',
  });
};

const actionOf = async (call: Call, services: Services): Promise<{ action: DecisionAction; why: string }> => {
  const given: Readonly<Record<string, unknown>> = { ...(call.body as object | undefined) };
  const { kind } = readMembers({ kind: given['kind'] }, { kind: common.kind });
  const { why, ...target } = readMembers(call.body, { ...common, ...CORRECTIONS[kind] }) as Readonly<
    Record<string, unknown>
  > & { readonly why: string };
  const action =
    kind === 'dismiss' || kind === 'pin'
      ? { ...target, claim: await targetOf(services, String(target['claim'])) }
      : target;
  return { action: action as DecisionAction, why };
};

/** `POST /v1/corrections`: signed with the name of the key, listed publicly, and counted at once. */
export const addCorrection: Handler = async (call, services) => {
  const key = keyOf(call);
  const { action, why } = await actionOf(call, services);
  if (action.kind === 'takedown' && !allows(key.scope, 'admin'))
    throw new HttpError('forbidden', 'A takedown needs a key that allows "admin".');
  const decision = await deskOf(services).actions.decide(action, { who: key.name, why });
  return made(decision, `/v1/corrections/${decision.id}`, services);
};

const ARTICLE = {
  url: optional(webAddress),
  source: optional(textMember(200)),
  title: optional(textMember(500)),
  published: optional(matchingMember(/^\d{4}-\d{2}-\d{2}(T[\d:.]{5,12}Z)?$/, 'a day or a time, UTC ISO 8601')),
  text: optional({
    read: (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value : undefined),
    allowed: ['the text of the article'],
  }),
  id: optional(textMember(200)),
} as const;

/** `POST /v1/articles`: an article by its address, or with its text; it is analysed and linked at once. */
export const addArticle: Handler = async (call, services) => {
  const row: ImportRow = readMembers(call.body, ARTICLE);
  if (row.url === undefined && row.text === undefined)
    throw new AppError('invalid-parameter', 'The body needs "url" or "text".', {
      subject: 'url',
      data: { allowed: ['url', 'text'] },
    });
  if (row.text !== undefined && row.title === undefined)
    throw new AppError('invalid-parameter', 'A "text" needs a "title".', { subject: 'title' });
  const { articleId, outcome } = await deskOf(services).actions.submit(row);
  const found = await services.store.getArticle(articleId);
  const incidents = found !== undefined && 'found' in found ? found.found.incidents : [];
  const answer = made({ articleId, outcome, incidents }, `/v1/articles/${articleId}`, services);
  return outcome === 'new' || answer.kind !== 'content' ? answer : { ...answer, status: 200 };
};

/** `GET /v1/audit`: every write, the newest first. */
export const listWrites: Handler = async (call, services) => {
  const page = pageRequest(readParameters(call.query, PAGE_PARAMETERS));
  return ownList(await deskOf(services).access.listWrites(page), call, services);
};
