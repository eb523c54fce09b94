import type { IdAssignment, IncidentLink, LinkedIncident, LocalIncidentRecord } from '#domain/incident.ts';
import { monthIndex } from './known.ts';

/** An incident before it has its id. */
interface IncidentDraft {
  readonly known: string;
  readonly members: readonly LocalIncidentRecord[];
  readonly links: readonly IncidentLink[];
}

/** The draft that holds the local incident for which an id was given; of several in one article, the nearest in time. */
const holderOf = (drafts: readonly IncidentDraft[], assignment: IdAssignment): IncidentDraft | undefined =>
  drafts
    .flatMap(draft =>
      draft.members
        .filter(member => member.article.articleId === assignment.anchorArticle)
        .map(member => ({
          draft,
          distance: Math.abs(monthIndex(member.known) - monthIndex(assignment.anchorKnown)),
        })),
    )
    .sort((a, b) => a.distance - b.distance)[0]?.draft;

const anchorOf = (draft: IncidentDraft): LocalIncidentRecord | undefined =>
  draft.members.find(m => m.role === 'main') ?? draft.members.find(m => m.role === 'secondary') ?? draft.members[0];

const freeId = (wanted: string, taken: ReadonlySet<string>): string => {
  if (!taken.has(wanted)) return wanted;
  for (let n = 2; ; n++) if (!taken.has(`${wanted}-${n}`)) return `${wanted}-${n}`;
};

/**
 * Gives each incident the id `<victim>-<known>`. An id once given stays with the incident that holds its anchor: when
 * an earlier report makes an incident older, or two turn out to be one, the former ids lead to the present one.
 */
export const assignIds = (
  drafts: readonly IncidentDraft[],
  assignments: readonly IdAssignment[],
  now: string,
): { incidents: LinkedIncident[]; newAssignments: IdAssignment[] } => {
  const given = new Map<IncidentDraft, string[]>();
  const taken = new Map<string, IncidentDraft>();
  for (const assignment of [...assignments].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const draft = holderOf(drafts, assignment);
    if (!draft) continue;
    given.set(draft, [...(given.get(draft) ?? []), assignment.id]);
    taken.set(assignment.id, draft);
  }
  const known = new Set(assignments.map(assignment => assignment.id));
  const newAssignments: IdAssignment[] = [];
  const incidents: LinkedIncident[] = [];
  for (const draft of drafts) {
    const anchor = anchorOf(draft);
    if (!anchor) continue;
    const former = given.get(draft) ?? [];
    const wanted = `${anchor.victim}-${draft.known}`;
    const others = new Set([...taken].filter(([, holder]) => holder !== draft).map(([id]) => id));
    const numbered = former.find(id => id.startsWith(`${wanted}-`) && others.has(wanted));
    const id = numbered ?? freeId(wanted, others);
    if (!known.has(id))
      newAssignments.push({
        id,
        victim: anchor.victim,
        anchorArticle: anchor.article.articleId,
        anchorKnown: anchor.known,
        assignedAt: now,
      });
    taken.set(id, draft);
    incidents.push({
      id,
      formerIds: former.filter(other => other !== id),
      victim: anchor.victim,
      name: anchor.name,
      known: draft.known,
      links: draft.links,
      members: draft.members,
    });
  }
  return { incidents, newAssignments };
};
