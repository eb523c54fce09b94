import type { SourceStatus } from '#db';
import type { RunReport } from '#pipeline';

/** Takes in how the poll of a source went. */
export type NotePoll = (sourceId: string, report: RunReport) => void;

const isDue = ({ nextPollAt }: SourceStatus, now: string): boolean => nextPollAt === undefined || nextPollAt <= now;

const feeds = (count: number): string => `${count} feed${count === 1 ? '' : 's'}`;

const sentence = (polled: number, failed: number): string => {
  if (failed === 0) return `${feeds(polled)} polled.`;
  const why = '`receipts status` says why';
  if (failed < polled) return `${feeds(polled)} polled; ${failed} could not be had (${why}).`;
  return `None of ${feeds(polled)} could be had (${why}). Is this machine online? \`receipts demo\` works without a network.`;
};

/**
 * Sums up the first round of polls, when the last of the sources that are due has had its turn: by then the lines of
 * those that failed may have pushed everything else off the screen.
 *
 * @param now UTC ISO 8601
 * @param tell gets the sum, one sentence, once
 */
export const firstRound = (sources: readonly SourceStatus[], now: string, tell: (line: string) => void): NotePoll => {
  const due = sources.filter(source => isDue(source, now)).map(source => source.id);
  const left = new Set(due);
  let failed = 0;
  return (sourceId, report) => {
    if (!left.delete(sourceId)) return;
    failed += report.failedPolls;
    if (left.size === 0) tell(sentence(due.length, failed));
  };
};
