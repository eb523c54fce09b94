import type { Analysis, Claim } from '#domain/claim.ts';
import type { ClaimKind } from '#domain/vocabulary.ts';

/** Where the codebook keeps each kind of claim. */
export const FIELD_OF_KIND: Readonly<Record<ClaimKind, string>> = {
  attack: 'attack',
  actor: 'actors',
  data: 'data',
  people: 'people',
  service: 'services',
  money: 'money',
  response: 'responses',
  leak: 'leak',
  legal: 'legal',
  date: 'dates',
};

/** A claim as the codebook writes it: the value's fields beside certainty, speaker, date and quote. */
const codebookFact = (claim: Claim): Record<string, unknown> => ({
  ...claim.value,
  certainty: claim.certainty,
  by: claim.by,
  ...(claim.speaker === undefined ? {} : { speaker: claim.speaker }),
  ...(claim.date === undefined ? {} : { date: claim.date.edtf.replace(/[~?%]$/, '') }),
  ...(claim.kind === 'date' ? { precision: claim.date.precision } : {}),
  ...(claim.sharedWith === undefined ? {} : { sharedWith: claim.sharedWith }),
  quote: claim.quote,
  start: claim.start,
  end: claim.end,
  rule: claim.rule,
  confidence: claim.confidence,
});

/** An analysis in the form of the codebook: one object per article, facts in lists under their local incident. */
export const toCodebook = (id: string, analysis: Analysis): Record<string, unknown> => ({
  id,
  relevant: analysis.relevant,
  genre: analysis.genre,
  ...(analysis.status === 'analysed' ? {} : { status: analysis.status }),
  language: analysis.language,
  extractor: analysis.extractor,
  incidents: analysis.incidents.map((incident, index) => {
    const lists: Record<string, unknown[]> = {};
    for (const claim of analysis.claims)
      if (claim.incident === index) {
        const list = lists[FIELD_OF_KIND[claim.kind]] ?? [];
        lists[FIELD_OF_KIND[claim.kind]] = list;
        list.push(codebookFact(claim));
      }
    return {
      victim: incident.victim,
      name: incident.name,
      key: `${incident.victim}-${incident.known}`,
      role: incident.role,
      ...lists,
    };
  }),
});
