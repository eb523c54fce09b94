import { type ApiKey, SCOPES } from '#domain/access.ts';
import type { Html } from '../html.ts';
import { html } from '../html.ts';
import type { Site } from '../layout.ts';
import { layout } from '../layout.ts';
import { time } from '../quotes.ts';
import { type DeskSession, deskForm } from './form.ts';
import { deskHead } from './head.ts';

/** Who has which key. */
export interface DeskKeysView {
  readonly session: DeskSession;
  readonly keys: readonly ApiKey[];
}

const PAGE = '/desk/keys';
const ALLOWS = { read: 'may read', write: 'may correct', admin: 'may do everything' } as const;

const keyItem = (session: DeskSession, { id, name, scope, createdAt, lastUsedAt, revokedAt }: ApiKey): Html => {
  const used = lastUsedAt === undefined ? 'never used' : html`last used ${time(lastUsedAt)}`;
  const about = html`<p class="meta">${ALLOWS[scope]} · since ${time(createdAt)} · ${used} · ${id}</p>`;
  if (revokedAt !== undefined) return html`<li><p class="absent">${name}, revoked ${time(revokedAt)}</p>${about}</li>`;
  return html`<li><p><strong>${name}</strong></p>${about}
${deskForm(session, { action: `${PAGE}/${id}/revoke`, back: PAGE }, html`<button>Revoke<span class="hidden"> the key of ${name}</span></button>`)}</li>`;
};

/** The page of the desk on keys, those in use first. */
export const renderDeskKeys = ({ session, keys }: DeskKeysView, site: Site): string => {
  const inUse = keys.filter(({ revokedAt }) => revokedAt === undefined);
  const revoked = keys.filter(({ revokedAt }) => revokedAt !== undefined);
  return layout(
    {
      title: 'Keys on the desk',
      description: 'Who may read, correct and administer.',
      main: html`<article class="source desk">
${deskHead(session, 'Keys')}
<section aria-labelledby="give"><h2 id="give">Give a key</h2>
${deskForm(
  session,
  { action: PAGE, back: PAGE, kind: 'tall' },
  html`<p><label for="name">Whose it is: stands publicly beside what is decided with it</label> <input id="name" name="name" required maxlength="100" autocomplete="off"></p>
<p><label for="scope">What it allows</label> <select id="scope" name="scope">${SCOPES.map(scope => html`<option value="${scope}">${scope}: ${ALLOWS[scope]}</option>`)}</select></p>
<button>Give the key</button>`,
)}</section>
<section aria-labelledby="keys"><h2 id="keys">In use</h2><ol>${inUse.map(one => keyItem(session, one))}</ol></section>
${revoked.length > 0 && html`<section aria-labelledby="revoked"><h2 id="revoked">Revoked</h2><ol>${revoked.map(one => keyItem(session, one))}</ol></section>`}
</article>`,
    },
    site,
  );
};
