import type { Store } from '#db';
import { canonicalValue, type Decision, type DecisionAction } from '#domain/decision.ts';
import { contentId } from '#domain/ids.ts';
import { AppError } from '#errors';

const LONGEST_REASON = 1000;

const refuse = (message: string, subject: string, hint: string): never => {
  throw new AppError('invalid-parameter', message, { subject, hint });
};

const words = (text: string, name: string): string => {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > LONGEST_REASON)
    refuse(
      `"${name}" must have 1 to ${LONGEST_REASON} characters.`,
      name,
      'It is listed publicly with the correction.',
    );
  return trimmed;
};

const victimOf = async (store: Store, incident: string): Promise<string> => {
  const place = await store.incidentPlace(incident);
  if (place === undefined)
    throw new AppError('not-found', `There is no incident with the id "${incident}".`, { subject: incident });
  return place.victim;
};

const articlesOf = async (store: Store, incident: string): Promise<ReadonlySet<string>> => {
  const [id = incident] = (await store.incidentPlace(incident))?.ids ?? [];
  const timeline = await store.getTimeline(id);
  if (timeline === undefined || !('found' in timeline)) return new Set();
  const { articles } = JSON.parse(timeline.found.json) as { articles: readonly { articleId: string }[] };
  return new Set(articles.map(({ articleId }) => articleId));
};

/**
 * Refuses what could never mean anything.
 *
 * @throws AppError `not-found`, `invalid-parameter` or `conflict`
 */
export const checkDecision = async (store: Store, action: DecisionAction): Promise<void> => {
  if (action.kind === 'undo' && (await store.isFinal(action.decision)))
    throw new AppError(
      'conflict',
      'This takedown can no longer be taken back: the words of the article were deleted.',
      {
        subject: action.decision,
        hint: 'RECEIPTS_TAKEDOWN_DAYS says for how many days a takedown can be taken back.',
      },
    );
  if (action.kind === 'merge') {
    const [from, into] = await Promise.all([victimOf(store, action.from), victimOf(store, action.into)]);
    if (from !== into)
      refuse(
        `${action.from} and ${action.into} are incidents of different retailers.`,
        action.into,
        'Incidents of two retailers stay two; where one supplier or campaign hit both, they are related by themselves.',
      );
    if (action.from === action.into)
      refuse('An incident cannot be merged into itself.', action.from, 'Name two incidents.');
  }
  if (action.kind === 'split') {
    const held = await articlesOf(store, action.incident);
    const strange = action.articles.find(article => !held.has(article));
    if (strange !== undefined)
      refuse(`${strange} is no article of ${action.incident}.`, strange, 'Its articles are listed at /articles.');
    if (action.articles.length === 0 || new Set(action.articles).size >= held.size)
      refuse(
        'A split takes some of the articles, not all or none.',
        action.incident,
        'Leave at least one where it is.',
      );
  }
};

/**
 * Writes what a person decided, at the time `at` (UTC ISO 8601). It counts from the next derivation on.
 *
 * @throws AppError `not-found` or `invalid-parameter` where what it is about is not there or makes no sense
 */
export const decide = async (
  store: Store,
  action: DecisionAction,
  by: { readonly who: string; readonly why: string; readonly at: string },
): Promise<Decision> => {
  const who = words(by.who, 'who');
  const why = words(by.why, 'why');
  await checkDecision(store, action);
  const id = contentId('dec', who, by.at, canonicalValue(action));
  const decision: Decision = { id, who, why, at: by.at, ...action };
  await store.decide(decision);
  return decision;
};
