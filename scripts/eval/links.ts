import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IdAssignment, LinkedIncident, LocalIncidentRecord } from '#domain/incident.ts';
import { AppError } from '#errors';
import { linkVictim } from '#incidents/link.ts';
import { type ClusterRow, givenRecords, ownRecords, readClusters } from './links-set.ts';
import { PATHS } from './shared.ts';

/** B-cubed over (article, incident) pairs, as `cluster-score.mjs` prints it. */
export interface Bcubed {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly items: number;
  readonly incidents: number;
  readonly predicted: number;
  readonly missing: number;
  readonly extra: number;
}

/** How well articles are linked, in each mode, and whether the order of arrival changed anything. */
export interface LinkFigures {
  readonly articles: number;
  /** With the program's own reading of victims and relevance. */
  readonly own: Bcubed;
  /** With victims and relevance as labelled: the linking alone. */
  readonly given: Bcubed;
  /** Whether each order of arrival gave the same incidents. */
  readonly sameInAllOrders: boolean;
}

const NOW = '2026-01-01T00:00:00.000Z';
const SCORER = join(PATHS.scorer, '..', 'cluster-score.mjs');

/** As the pipeline does it: each article as it comes, its victims linked anew, ids kept. */
const arrive = (order: readonly (readonly LocalIncidentRecord[])[]): readonly LinkedIncident[] => {
  const ledger = new Map<string, { records: LocalIncidentRecord[]; assignments: IdAssignment[] }>();
  const incidents = new Map<string, readonly LinkedIncident[]>();
  for (const records of order)
    for (const [victim, told] of Map.groupBy(records, record => record.victim)) {
      const held = ledger.get(victim) ?? { records: [], assignments: [] };
      ledger.set(victim, held);
      held.records.push(...told);
      const linked = linkVictim(held.records, held.assignments, NOW);
      held.assignments.push(...linked.newAssignments);
      incidents.set(victim, linked.incidents);
    }
  return [...incidents].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, linked]) => linked);
};

/** An incident without the ids that depend on what came first; they lead to the same place. */
const content = (incidents: readonly LinkedIncident[]): string =>
  JSON.stringify(incidents.map(({ formerIds: _former, ...rest }) => rest));

const linesOf = (clusters: readonly ClusterRow[], incidents: readonly LinkedIncident[]): string => {
  const links = new Map(clusters.map(({ id }) => [id, new Set<string>()]));
  for (const { id, members } of incidents)
    for (const { role, article } of members) if (role !== 'mention') links.get(article.externalId ?? '')?.add(id);
  return [...links].map(([id, told]) => `${JSON.stringify({ id, incidents: [...told] })}\n`).join('');
};

const FIGURES =
  /precision ([\d.]+) recall ([\d.]+) F1 ([\d.]+) {2}items (\d+) gold incidents (\d+) predicted (\d+) missing (\d+) extra (\d+)/;

/** Runs the official scorer. Throws AppError where it prints what we do not know. */
const score = (clusters: readonly ClusterRow[], incidents: readonly LinkedIncident[]): Bcubed => {
  const folder = mkdtempSync(join(tmpdir(), 'receipts-eval-'));
  try {
    const [gold, links] = [join(folder, 'clusters.jsonl'), join(folder, 'links.jsonl')];
    writeFileSync(gold, clusters.map(row => `${JSON.stringify(row)}\n`).join(''));
    writeFileSync(links, linesOf(clusters, incidents));
    const output = execFileSync(process.execPath, [SCORER, gold, links], { encoding: 'utf8' });
    const found = FIGURES.exec(output)?.slice(1).map(Number);
    if (!found) throw new AppError('conflict', `cluster-score.mjs prints what is not known: ${output}`);
    const [precision = 0, recall = 0, f1 = 0, items = 0, told = 0, predicted = 0, missing = 0, extra = 0] = found;
    return { precision, recall, f1, items, incidents: told, predicted, missing, extra };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Three orders in which the same articles come: as they lie, backwards, and mixed. */
const ordersOf = <T>(items: readonly T[], key: (item: T) => string): readonly (readonly T[])[] => [
  items,
  items.toReversed(),
  items.toSorted((a, b) => (hash('sha256', key(a)) < hash('sha256', key(b)) ? -1 : 1)),
];

/**
 * Measures linking on sets of articles.
 *
 * @param sets those whose rows of `clusters.jsonl` may be looked at
 */
export const measureLinks = (sets: readonly { readonly articles: string }[]): LinkFigures => {
  const { articles, clusters } = readClusters(sets);
  const rows = new Map(clusters.map(row => [row.id, row]));
  const own = new Map(articles.map(article => [article.id, ownRecords(article)]));
  const modes = [
    articles.map(({ id }) => own.get(id) ?? []),
    articles.map(article => {
      const row = rows.get(article.id);
      return row ? givenRecords(article, row, own.get(article.id) ?? []) : [];
    }),
  ].map(told => ordersOf(told, records => records[0]?.id ?? '').map(arrive));
  const [ownLinked = [], givenLinked = []] = modes.map(([first = []]) => first);
  return {
    articles: articles.length,
    own: score(clusters, ownLinked),
    given: score(clusters, givenLinked),
    sameInAllOrders: modes.every(orders => new Set(orders.map(content)).size === 1),
  };
};
