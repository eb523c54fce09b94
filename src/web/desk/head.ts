import type { Html, Part } from '../html.ts';
import { html, joined } from '../html.ts';
import { type DeskSession, deskForm } from './form.ts';

const ROOMS = [
  ['/desk', 'The desk'],
  ['/desk/review', 'To look at'],
  ['/desk/webhooks', 'Webhooks'],
  ['/desk/keys', 'Keys'],
] as const;

/** Who works here, the rooms of the desk, and the way out. */
export const deskHead = (session: DeskSession, title: Part): Html => html`<header><h1>${title}</h1>
<nav class="meta" aria-label="The desk">${joined(
  ROOMS.filter(([path]) => session.admin || path !== '/desk/keys').map(
    ([path, label]) => html`<a href="${path}">${label}</a>`,
  ),
  ' · ',
)}</nav>
<p class="meta">Working as ${session.who}. What is decided here stands publicly under this name.</p>
${deskForm(session, { action: '/desk/sign-out', back: '/', kind: 'quiet' }, html`<button>Leave the desk</button>`)}</header>`;
