import type { EventSource, Timeline, TimelineEvent } from '#domain/timeline.ts';
import type { EventStatus, Speaker } from '#domain/vocabulary.ts';

/** How an event stands, as a phrase. */
export const STATUS_WORDS: Readonly<Record<EventStatus, string>> = {
  confirmed: 'confirmed by the company hit or by an authority',
  claimed: 'claimed by the attackers',
  reported: 'reported by media, sources or experts',
  possible: 'said with a reservation',
  denied: 'denied',
  disputed: 'disputed: others say otherwise',
  superseded: 'superseded: whoever said so said otherwise later',
};

const SPEAKER_WORDS: Readonly<Record<Exclude<Speaker, 'victim'>, string>> = {
  attacker: 'the attackers',
  authority: 'an authority',
  expert: 'an expert',
  media: 'the outlet',
  supplier: 'a supplier',
};

/** Who says so, in words: the named person or document, with the side that it stands for. */
export const speakerOf = ({ by, speaker }: Pick<EventSource, 'by' | 'speaker'>, { incident }: Timeline): string => {
  const side = by === 'victim' ? incident.retailer.name : SPEAKER_WORDS[by];
  return speaker === undefined || speaker === side ? side : `${speaker} (${side})`;
};

/** "3 reports, 2 independent". */
export const countOf = ({ reports, independent }: TimelineEvent): string =>
  `${reports} ${reports === 1 ? 'report' : 'reports'}, ${independent} independent`;

/** What stands above everything that was made up. */
export const DEMO_NOTE = 'Demonstration: the news is made up. Nothing of it may be cited.';

/** What every export says of its quotes. */
export const RIGHTS =
  'Compiled by Receipts from public reports. A line says what its sources say, not what is true. Quotes belong to their publishers.';
