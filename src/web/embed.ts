import type { Timeline, TimelineEvent } from '#domain/timeline.ts';
import { ICON, STYLESHEET } from './assets.ts';
import { groupByDay } from './days.ts';
import { badge, statusBadge } from './facts.ts';
import type { Html } from './html.ts';
import { html, toText } from './html.ts';
import type { Site } from './layout.ts';
import { linkToWords } from './links.ts';
import { count } from './words.ts';

const line = (event: TimelineEvent, page: string): Html => {
  const [first] = event.sources;
  const link = first === undefined ? undefined : linkToWords(first);
  return html`<li class="event"><p><a href="${page}#${event.id}" target="_blank" rel="noopener">${event.summary}</a> ${badge(event.certainty)}${statusBadge(event.status)}</p>${
    first !== undefined &&
    html`<p class="meta">“${first.quote}” ${link === undefined ? first.publisher : html`<a href="${link}" target="_blank" rel="noopener noreferrer nofollow">${first.publisher}</a>`}</p>`
  }</li>`;
};

/** A timeline for a frame on another site: the events that matter most, each with its first source. */
export const renderEmbed = ({ incident, events }: Timeline, site: Site): string => {
  const important = events.filter(event => event.important);
  const page = `${site.origin ?? ''}/incidents/${incident.id}`;
  return toText(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${site.demo && 'DEMO: '}${incident.title} · Receipts</title>
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<link rel="canonical" href="${page}">
<link rel="stylesheet" href="${STYLESHEET.path}">
<link rel="icon" type="image/svg+xml" href="${ICON.path}">
</head>
<body class="embed">
<main>
${site.demo && html`<p class="meta"><strong>DEMO.</strong> Made-up outlets: do not cite.</p>`}
<h1><a href="${page}" target="_blank" rel="noopener">${incident.title}</a></h1>
<ol class="days">${groupByDay(important).map(group => html`<li class="day"><h2>${group.label}</h2><ol>${group.events.map(event => line(event, page))}</ol></li>`)}</ol>
<p class="meta">${count(important.length, 'event')} of ${events.length}, by <a href="${page}" target="_blank" rel="noopener">Receipts</a>: who said what, and when.</p>
</main>
</body>
</html>
`);
};

/** Size that a frame is given where the asker sets no limit, in CSS pixels. */
const FRAME = { width: 640, height: 600 } as const;

/** The answer of an oEmbed provider (type `rich`, https://oembed.com). Limits in CSS pixels. */
export const oembed = (
  { id, title }: Timeline['incident'],
  limits: { readonly maxwidth?: number; readonly maxheight?: number },
  origin: string,
): object => {
  const width = Math.min(FRAME.width, limits.maxwidth ?? FRAME.width);
  const height = Math.min(FRAME.height, limits.maxheight ?? FRAME.height);
  const frame = html`<iframe src="${origin}/embed/${id}" title="${title}: timeline by Receipts" width="${width}" height="${height}" loading="lazy" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`;
  return {
    version: '1.0',
    type: 'rich',
    provider_name: 'Receipts',
    provider_url: `${origin}/`,
    title,
    html: toText(frame),
    width,
    height,
  };
};
