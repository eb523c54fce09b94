/** What a run did, for people and programs. */
export interface RunReport {
  readonly polled: number;
  readonly notModified: number;
  readonly failedPolls: number;
  readonly newItems: number;
  readonly newArticles: number;
  readonly revised: number;
  readonly unchanged: number;
  readonly fromFeed: number;
  readonly failedArticles: number;
  readonly incidents: number;
  readonly problems: readonly Problem[];
}

/** Something that went wrong and was left behind, with what and where. */
interface Problem {
  readonly subject: string;
  readonly message: string;
}

type Counts = Omit<RunReport, 'problems'>;

const NOTHING: Counts = {
  polled: 0,
  notModified: 0,
  failedPolls: 0,
  newItems: 0,
  newArticles: 0,
  revised: 0,
  unchanged: 0,
  fromFeed: 0,
  failedArticles: 0,
  incidents: 0,
};

/** A report of one step; what is not named did not happen. */
export const step = (counts: Partial<Counts>, problem?: Problem): RunReport => ({
  ...NOTHING,
  ...counts,
  problems: problem === undefined ? [] : [problem],
});

/** Several steps as one. */
export const total = (reports: readonly RunReport[]): RunReport => {
  const sum: Record<keyof Counts, number> = { ...NOTHING };
  for (const report of reports) for (const key of Object.keys(NOTHING) as (keyof Counts)[]) sum[key] += report[key];
  return { ...sum, problems: reports.flatMap(report => report.problems) };
};
