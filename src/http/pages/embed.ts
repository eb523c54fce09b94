import { AppError } from '#errors';
import { oembed, renderEmbed } from '#web';
import type { Call, Handler } from '../answer.ts';
import { json, resolve } from '../answer.ts';
import { invalid } from '../params.ts';
import { HttpError } from '../problem.ts';
import { incidentId } from '../routes/incident-id.ts';
import { derivedPage, EMBED_POLICY, siteOf } from './page.ts';
import { readTimeline } from './timelines.ts';

/** `GET /embed/{id}`: the timeline for a frame on another site. */
export const embedPage: Handler = async (call, services) => {
  const id = incidentId(call);
  const found = await readTimeline(id, undefined, services);
  if (found !== undefined && 'redirect' in found)
    return { kind: 'redirect', location: `/embed/${encodeURIComponent(found.redirect)}` };
  const site = siteOf(call, services);
  return resolve(id, found, call, ({ tag, timeline }) =>
    derivedPage([tag, site], () => renderEmbed(timeline(), site), { policy: EMBED_POLICY }),
  );
};

const ALLOWED = ['the address of an incident’s page on this server'];

/** The incident that an address of this server shows. */
const incidentAt = ({ query, origin }: Call): string => {
  const url = URL.parse(query.get('url') ?? '');
  if (url === null || url.origin !== new URL(origin).origin)
    throw invalid('url', 'The parameter "url" must be an address of this server.', ALLOWED);
  const [, id] = /^\/(?:incidents|embed)\/([a-z0-9-]{1,120})$/.exec(url.pathname) ?? [];
  if (id === undefined) throw new AppError('not-found', 'Only pages of incidents can be embedded.');
  return id;
};

const limitIn = ({ query }: Call, name: 'maxwidth' | 'maxheight'): number | undefined => {
  const text = query.get(name);
  if (text === null) return undefined;
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw invalid(name, `"${name}" must be a number of pixels.`, ['a whole number from 1 to 99999']);
};

/** `GET /oembed`: how to embed the page at `url` (https://oembed.com; JSON alone, 501 for XML as it asks). */
export const oembedAnswer: Handler = async (call, services) => {
  const format = call.query.get('format') ?? 'json';
  if (format !== 'json') throw new HttpError('not-configured', 'This server answers oEmbed as JSON only.');
  const asked = incidentAt(call);
  const limits = { maxwidth: limitIn(call, 'maxwidth'), maxheight: limitIn(call, 'maxheight') };
  const given = {
    ...(limits.maxwidth === undefined ? {} : { maxwidth: limits.maxwidth }),
    ...(limits.maxheight === undefined ? {} : { maxheight: limits.maxheight }),
  };
  const first = await readTimeline(asked, undefined, services);
  const id = first !== undefined && 'redirect' in first ? first.redirect : asked;
  const found = id === asked ? first : await readTimeline(id, undefined, services);
  return resolve(id, found, call, ({ timeline }) => {
    const answer = json(oembed(timeline().incident, given, call.origin), services);
    return answer.kind === 'content' ? { ...answer, headers: { 'Access-Control-Allow-Origin': '*' } } : answer;
  });
};
