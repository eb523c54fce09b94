import type { IncidentSummary } from '#domain/incident.ts';
import { html } from './html.ts';
import type { Site } from './layout.ts';
import { layout } from './layout.ts';

/** Asks which incidents to compare. `chosen`: ids; `note`: what was wrong with what was asked for. */
export const renderChooser = (
  incidents: readonly IncidentSummary[],
  { chosen, note }: { readonly chosen: readonly string[]; readonly note?: string },
  site: Site,
): string =>
  layout(
    {
      title: 'Compare incidents',
      description: 'Two to four incidents side by side: the same questions to each, every answer with its source.',
      section: 'compare',
      path: '/compare',
      main: html`<article class="comparison">
<header><h1>Compare incidents</h1>
<p class="deck">Choose two to four. The address of the comparison can be shared.</p></header>
${note !== undefined && html`<p role="alert" class="contradiction">${note}</p>`}
<form method="get" action="/compare" class="chooser">
<fieldset><legend>Incidents, the one reported last first</legend><ul>${incidents.map(
        ({ id, title }) =>
          html`<li><label><input type="checkbox" name="incidents" value="${id}"${chosen.includes(id) && html` checked`}> ${title}</label></li>`,
      )}</ul></fieldset>
<p><label>Days by <select name="align"><option value="calendar">the calendar</option><option value="day0">days from the first report</option></select></label>
<button>Compare</button></p>
</form>
</article>`,
    },
    site,
  );
