import { SCRIPT } from '../assets.ts';
import { html } from '../html.ts';
import type { Site } from '../layout.ts';
import { layout } from '../layout.ts';
import type { DeskSession } from './form.ts';
import { deskHead } from './head.ts';

/** Something that is shown once. */
export interface SecretView {
  readonly session: DeskSession;
  readonly title: string;
  /** What it is good for, a sentence. */
  readonly means: string;
  readonly secret: string;
  /** Path of the page that follows. */
  readonly back: string;
}

/** Shows a new key or secret, this once. */
export const renderSecret = ({ session, title, means, secret, back }: SecretView, site: Site): string =>
  layout(
    {
      title: 'A secret',
      description: 'Shown once.',
      scripts: [SCRIPT.path],
      main: html`<article class="source desk">
${deskHead(session, title)}
<p role="status" class="contradiction">It is shown this once. Keep it like a password.</p>
<p><code id="secret" class="secret">${secret}</code></p>
<p class="cite"><button type="button" data-copy="secret">Copy</button></p>
<p>${means}</p>
<p><a href="${back}">I have it: go on</a></p>
</article>`,
    },
    site,
  );
