import type { Source } from '#domain/article.ts';
import type { Decision, DecisionAction } from '#domain/decision.ts';
import { slug } from '#domain/ids.ts';
import type { ImportRow } from '#domain/import.ts';
import { webUrl } from '#ingest';
import { decide } from './decide.ts';
import { takeIn } from './import.ts';
import { linkAll } from './link.ts';
import type { Stages } from './stages.ts';

/** What people said of a source; the rest is guessed from its host. */
type ToldSource = Partial<Omit<Source, 'feedUrl' | 'confirmed'>>;

/** A source from a feed's URL and what is said of it. Throws AppError `invalid-parameter` for what is no web address. */
export const sourceOf = (feedUrl: string, told: ToldSource): Source => {
  const host = webUrl(feedUrl).hostname.replace(/^www\.|^feeds\./, '');
  return {
    id: told.id ?? slug(host),
    publisher: told.publisher ?? host,
    country: (told.country ?? 'XX').toUpperCase(),
    kind: told.kind ?? 'news',
    feedUrl,
    language: told.language ?? 'en',
    why: told.why ?? 'Added by the operator.',
    confirmed: false,
  };
};

/** What people do through the interface: the same as on the command line, and linked at once. */
export const createActions = (stages: Stages) => ({
  async addSource(feedUrl: string, told: ToldSource): Promise<Source> {
    const source = sourceOf(feedUrl, told);
    await stages.store.addSource(source);
    return source;
  },
  removeSource: (id: string): Promise<boolean> => stages.store.removeSource(id),
  async decide(action: DecisionAction, by: { readonly who: string; readonly why: string }): Promise<Decision> {
    const decision = await decide(stages.store, action, { ...by, at: stages.now().toISOString() });
    await linkAll(stages);
    return decision;
  },
  async submit(row: ImportRow) {
    const { articleId, outcome } = await takeIn(stages, row);
    await linkAll(stages);
    return { articleId, outcome };
  },
});
