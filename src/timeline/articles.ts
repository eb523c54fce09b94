import type { LinkedIncident } from '#domain/incident.ts';
import type { ArticleEdit, IncidentArticle } from '#domain/timeline.ts';
import type { Originals } from './voices.ts';

/** The articles of an incident with the reasons why they belong to it, the earliest first. */
export const articlesOf = (
  incident: LinkedIncident,
  originals: Originals,
  edits: ReadonlyMap<string, readonly ArticleEdit[]>,
): readonly IncidentArticle[] => {
  const articles = new Map<string, IncidentArticle>();
  const members = new Map(incident.members.map(member => [member.id, member]));
  for (const link of incident.links) {
    const member = members.get(link.local);
    if (!member) continue;
    const { articleId } = member.article;
    const held = articles.get(articleId);
    const original = originals.get(articleId);
    const seen = edits.get(articleId) ?? [];
    articles.set(articleId, {
      ...member.article,
      role: held?.role === 'main' ? 'main' : link.role,
      score: Math.max(link.score, held?.score ?? 0),
      reasons: link.reasons,
      claims: (held?.claims ?? 0) + member.claims.length,
      ...(original === undefined || original === articleId ? {} : { copyOf: original }),
      ...(seen.length === 0 ? {} : { edits: seen }),
    });
  }
  const order = ({ publishedAt, articleId }: IncidentArticle): string => `${publishedAt ?? '9999'}|${articleId}`;
  return [...articles.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
};
