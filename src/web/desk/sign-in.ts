import { html } from '../html.ts';
import type { Site } from '../layout.ts';
import { layout } from '../layout.ts';

/** Asks for a key. `wrong`: the one that was given is not good for the desk. */
export const renderSignIn = (wrong: boolean, site: Site): string =>
  layout(
    {
      title: 'The desk',
      description: 'Where editors review and correct.',
      main: html`<article class="problem">
  <h1>The desk</h1>
  <p class="deck">For editors: a key that may write opens it. Whoever runs this server gives keys out
  (<code>receipts keys create</code>). What is decided here stands publicly, with the name of the key.</p>
  ${wrong && html`<p role="alert" class="contradiction">This key is unknown, was revoked, or may only read.</p>`}
  <form method="post" action="/desk/sign-in" class="ask">
    <p><label for="key">API key</label>
    <input id="key" name="key" type="password" required maxlength="200" autocomplete="current-password"></p>
    <button>Open the desk</button>
  </form>
</article>`,
    },
    site,
  );
