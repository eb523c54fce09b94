import type { IncidentLink } from '#domain/incident.ts';
import type { Cluster } from './cluster.ts';
import { evidenceFor, sumOf } from './evidence.ts';
import type { Traits } from './traits.ts';

/** What the victim alone is worth, before anything else speaks for or against. */
const SAME_VICTIM = 1;

/** Chances from evidence, with two digits. */
const scoreOf = (sum: number): number => Math.round((1 / (1 + Math.exp(-sum))) * 100) / 100;

/**
 * Why a local incident belongs to its incident: the score from all evidence, the reasons that speak for it, the
 * strongest first. A report that stands alone can be compared with nothing: its score is 1.
 */
export const linkOf = (own: Traits, cluster: Cluster, decided?: string): IncidentLink => {
  const { record } = own;
  const link = { local: record.id, articleId: record.article.articleId, role: record.role };
  const victim = `victim is ${record.victim}`;
  if (decided !== undefined) return { ...link, score: 1, reasons: [victim, decided] };
  if (cluster.members.length === 1) return { ...link, score: 1, reasons: [victim, 'the only report of it so far'] };
  const evidence = evidenceFor(own, cluster);
  const reasons = evidence
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ reason }) => reason);
  return { ...link, score: scoreOf(SAME_VICTIM + sumOf(evidence)), reasons: [victim, ...reasons] };
};
