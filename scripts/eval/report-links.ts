import type { Bcubed, LinkFigures } from './links.ts';
import type { Section } from './sections.ts';

const row = (name: string, figures: Bcubed): readonly string[] => [
  name,
  figures.f1.toFixed(3),
  figures.precision.toFixed(3),
  figures.recall.toFixed(3),
  `${figures.predicted} for ${figures.incidents}`,
  `${figures.missing} missed, ${figures.extra} too many, of ${figures.items}`,
];

/** Which articles tell of which incident. */
export const linksSection = ({ articles, own, given, sameInAllOrders }: LinkFigures): Section => ({
  title: 'Linking articles to incidents',
  words: [
    `B-cubed over the pairs of an article and an incident of which it tells, by \`cluster-score.mjs\`, on ${articles} labelled articles and headlines. Each article is linked as it comes; the three orders (as they lie, backwards, mixed) ${sameInAllOrders ? 'give the same incidents' : 'do NOT give the same incidents'}. With victims and relevance given, only the linking is measured; dates and facts are the program's own in both. One incident per victim would give 0.945 with victims given, victim and year 0.973.`,
  ],
  table: {
    head: ['', 'F1', 'precision', 'recall', 'incidents', 'pairs'],
    rows: [row("the program's own reading", own), row('victims and relevance given', given)],
  },
});
