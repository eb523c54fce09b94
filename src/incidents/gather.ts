import type { LocalIncidentRecord } from '#domain/incident.ts';
import { areTwo, byArticle, type Cluster, clusterOf } from './cluster.ts';
import { attraction, evidenceFor, prominence, sumOf } from './evidence.ts';
import { type Traits, traitsOf } from './traits.ts';

const idOf = ({ record }: Traits): string => record.id;
const byId = (a: Traits, b: Traits): number => (idOf(a) < idOf(b) ? -1 : idOf(a) > idOf(b) ? 1 : 0);

/** Clusters by time, then by what they hold: the order in which ties are decided, whatever came first. */
const inOrder = (clusters: readonly Cluster[]): Cluster[] => {
  const key = ({ members }: Cluster): string => members.map(idOf).sort()[0] ?? '';
  return clusters.toSorted(
    (a, b) => a.span.first - b.span.first || a.span.last - b.span.last || (key(a) < key(b) ? -1 : 1),
  );
};

/** The two clusters that attract one another most; of equals those that come first. */
const closest = (clusters: readonly Cluster[]): readonly [Cluster, Cluster] | undefined => {
  let best: readonly [Cluster, Cluster] | undefined;
  let most = 0;
  for (const [index, a] of clusters.entries())
    for (const b of clusters.slice(index + 1)) {
      const pull = attraction(a, b);
      if (pull > most && !areTwo(byArticle(a.members), b.members)) [best, most] = [[a, b], pull];
    }
  return best;
};

/** Joins what attracts, the strongest first, until nothing does. */
const agglomerate = (reports: readonly Traits[]): readonly Cluster[] => {
  const bySpan = Map.groupBy(reports.toSorted(byId), ({ span }) => `${span.first} ${span.last}`);
  let clusters = inOrder([...bySpan.values()].map(clusterOf));
  for (let pair = closest(clusters); pair; pair = closest(clusters)) {
    const [a, b] = pair;
    const rest = clusters.filter(cluster => cluster !== a && cluster !== b);
    clusters = inOrder([...rest, clusterOf([...a.members, ...b.members].sort(byId))]);
  }
  return clusters;
};

/** Each report goes to the cluster that most speaks for it, as the clusters stood; what nothing speaks for stays over. */
const place = (
  clusters: readonly Cluster[],
  reports: readonly Traits[],
): { readonly clusters: readonly Cluster[]; readonly over: readonly Traits[] } => {
  const joined = new Map(
    clusters.map(cluster => [cluster, { members: [...cluster.members], articles: byArticle(cluster.members) }]),
  );
  const over: Traits[] = [];
  for (const report of reports.toSorted(byId)) {
    let home: Cluster | undefined;
    let most = 0;
    // Of equals the latest: a report that says nothing of the time means what was last.
    for (const cluster of clusters) {
      const sum = sumOf(evidenceFor(report, cluster));
      if (sum <= 0 || areTwo(joined.get(cluster)?.articles ?? new Map(), [report])) continue;
      const pull = sum + prominence(report, cluster);
      if (pull >= most) [home, most] = [cluster, pull];
    }
    const place = home && joined.get(home);
    place?.members.push(report);
    place?.articles.set(report.record.article.articleId, report);
    if (!place) over.push(report);
  }
  return { clusters: inOrder([...joined.values()].map(({ members }) => clusterOf(members.sort(byId)))), over };
};

/** From those that say most of when it was to those that say least; each group finds its place among those before it. */
const groupsOf = (reports: readonly Traits[]): readonly (readonly Traits[])[] => {
  const isMention = ({ record }: Traits): boolean => record.role === 'mention';
  const told = reports.filter(report => !isMention(report));
  const of = (dating: Traits['dating']) => told.filter(report => report.dating === dating);
  return [
    of('stated'),
    of('fresh').filter(({ telling }) => telling),
    of('told'),
    of('fresh').filter(({ telling }) => !telling),
    of('backward'),
  ];
};

/**
 * Which local incidents of one victim tell of one incident. Reports that state when it began form the clusters; those
 * that say less find their place among them or form more. A pure function of the set of records, whatever their order.
 * A mention joins where something speaks for it and makes no incident: nobody has told anything of it yet.
 */
export const gather = (records: readonly LocalIncidentRecord[]): readonly Cluster[] => {
  const reports = records.map(traitsOf);
  let clusters: readonly Cluster[] = [];
  for (const group of groupsOf(reports)) {
    const placed = place(clusters, group);
    clusters = inOrder([...placed.clusters, ...agglomerate(placed.over)]);
  }
  return place(
    clusters,
    reports.filter(({ record }) => record.role === 'mention'),
  ).clusters;
};
