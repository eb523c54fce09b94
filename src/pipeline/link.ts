import type { RelinkMark } from '#db';
import { originalsOf } from '#incidents/independence.ts';
import { linkVictim } from '#incidents/link.ts';
import { buildTimeline } from '#timeline/build.ts';
import { type RunReport, step, total } from './report.ts';
import type { Stages } from './stages.ts';

/** How often a derivation is made anew because the ledger moved on while it was made. */
const MAX_ATTEMPTS = 5;
/** Marks taken from the ledger at once. */
const BATCH = 100;

interface Derivation {
  readonly saved: boolean;
  readonly incidents: number;
}

/** Derives one victim's incidents and writes them only while the ledger stands as it was read. */
const derive = async (stages: Stages, mark: RelinkMark): Promise<Derivation> => {
  const ledger = await stages.store.victimLedger(mark.victim);
  const { incidents, newAssignments } = linkVictim(ledger.records, ledger.assignments, stages.now().toISOString());
  const originals = originalsOf(ledger.records);
  const derived = incidents.map(incident => {
    const timeline = buildTimeline(incident, { originals, nameOf: stages.nameOf });
    return { summary: timeline.incident, formerIds: incident.formerIds, links: incident.links, timeline };
  });
  const saved = await stages.store.saveDerivation(mark, { victim: mark.victim, newAssignments, incidents: derived });
  return { saved, incidents: incidents.length };
};

/**
 * Brings the incidents of one victim up to the ledger. Where the ledger moves on meanwhile they are derived anew; after
 * five times the mark stays for the next run.
 */
export const linkOne = async (stages: Stages, victim: string): Promise<RunReport> => {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const mark = await stages.store.relinkMark(victim);
    if (!mark) return step({});
    const { saved, incidents } = await derive(stages, mark);
    if (saved) return step({ incidents });
  }
  return step({});
};

/** Brings everything that is marked up to the ledger. */
export const linkAll = async (stages: Stages): Promise<RunReport> => {
  const reports: RunReport[] = [];
  const tried = new Set<string>();
  for (;;) {
    const marks = (await stages.store.relinkMarks(BATCH)).filter(mark => !tried.has(mark.victim));
    if (marks.length === 0) return total(reports);
    for (const mark of marks) {
      tried.add(mark.victim);
      reports.push(await linkOne(stages, mark.victim));
    }
  }
};
