import { html } from './html.ts';
import type { Site } from './layout.ts';
import { layout } from './layout.ts';

/** Says that a request for a correction has arrived. */
export const renderRequestTaken = (incident: string, site: Site): string =>
  layout(
    {
      title: 'Thank you',
      description: 'The request for a correction has arrived.',
      main: html`<article class="problem">
  <h1>Thank you</h1>
  <p class="deck">The editors have it. They read every request; what they correct stands, with the reason, at the end of
  the incident’s page.</p>
  <p><a href="/incidents/${incident}#corrections">Back to the incident</a></p>
</article>`,
    },
    site,
  );
