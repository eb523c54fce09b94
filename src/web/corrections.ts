import type { LoggedDecision } from '#db';
import type { Decision, DecisionKind } from '#domain/decision.ts';
import type { Html, Part } from './html.ts';
import { html } from './html.ts';
import { time } from './quotes.ts';

const WORDS: Readonly<Record<DecisionKind, string>> = {
  merge: 'Two incidents made one',
  split: 'Articles parted from the incident',
  dismiss: 'A claim that was misread set aside',
  pin: 'The leading value fixed',
  retitle: 'Given another title',
  'not-an-incident': 'An article that tells of no incident set aside',
  takedown: 'An article taken down',
  undo: 'An earlier correction taken back',
};

const detail = (decision: Decision): string => {
  switch (decision.kind) {
    case 'merge':
      return `${decision.from} into ${decision.into}`;
    case 'retitle':
      return `“${decision.title}”`;
    case 'takedown':
      return decision.note;
    default:
      return '';
  }
};

/** One correction: what, by whom, when, why, and whether it was taken back. */
export const correctionLine = ({ decision, undone }: LoggedDecision): Html => html`<li id="${decision.id}">
<p>${time(decision.at)}: <strong>${WORDS[decision.kind]}</strong>${detail(decision) !== '' && ` (${detail(decision)})`}</p>
<p class="meta">${decision.why} — ${decision.who}${undone !== undefined && html`; taken back on ${time(undone.at)}`}</p></li>`;

const ask = (
  incident: string,
): Html => html`<form method="post" action="/incidents/${incident}/correction-requests" class="ask">
<h3>Something wrong here?</h3>
<p>Tell the editors what, or reply for the company concerned. No account is needed. What you write is read by people and
not published.</p>
<p><label for="ask-what">What is wrong, and how do you know?</label>
<textarea id="ask-what" name="message" required minlength="10" maxlength="4000" rows="5"></textarea></p>
<p><label for="ask-where">Which line or article? (optional)</label>
<input id="ask-where" name="about" maxlength="300" autocomplete="off"></p>
<p><label for="ask-who">How can we reach you? (optional)</label>
<input id="ask-who" name="contact" maxlength="200" autocomplete="email"></p>
<p class="hidden" aria-hidden="true"><label for="ask-url">Leave this empty</label>
<input id="ask-url" name="website" tabindex="-1" autocomplete="off"></p>
<button>Send to the editors</button>
</form>`;

/** The corrections that people made to an incident, and the form that asks for one. */
export const correctionsLog = (
  incident: string,
  decisions: readonly LoggedDecision[],
  takesRequests: boolean,
): Part => html`<section class="corrections" aria-labelledby="corrections">
<h2 id="corrections">Corrections</h2>
${
  decisions.length === 0
    ? html`<p class="absent">Nobody has corrected anything here.</p>`
    : html`<ol>${decisions.map(correctionLine)}</ol>`
}
${takesRequests && ask(incident)}
</section>`;
