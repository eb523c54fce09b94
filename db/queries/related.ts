import type { IncidentSummary } from '#domain/incident.ts';
import type { Timeline } from '#domain/timeline.ts';
import type { Client } from '../client.ts';
import { sql } from '../drizzle.ts';
import type { RelatedCandidate } from '../store.ts';
import { storable, toJson } from '../text.ts';

/** Incidents that are looked at for one, at most; those that share most articles first. */
const MOST = 60;

/**
 * Incidents that may have to do with one: those that share an article with it (with their timelines), those that share
 * an actor, and those of certain retailers.
 *
 * @param id the present id of an incident
 * @param retailers slugs
 */
export const relatedCandidates = async (
  client: Client,
  id: string,
  retailers: readonly string[],
): Promise<readonly RelatedCandidate[]> => {
  const rows = await client.rows<{ summary: string; timeline: string | null }>(sql`
    with own as (
      select id, actors from receipts.incidents where id = ${storable(id)}
    ), shared as (
      select other.incident_id as id, count(distinct other.article_id) as articles
      from receipts.incident_links mine
      join receipts.incident_links other on other.article_id = mine.article_id and other.incident_id <> mine.incident_id
      where mine.incident_id = ${storable(id)}
      group by other.incident_id
    )
    select i.json as summary, case when s.id is null then null else t.json end as timeline
    from receipts.incidents i
    cross join own
    left join shared s on s.id = i.id
    left join receipts.timelines t on t.incident_id = i.id
    where i.id <> own.id and (s.id is not null or i.actors && own.actors
      or i.victim in (select jsonb_array_elements_text(${toJson(retailers)}::jsonb)))
    order by coalesce(s.articles, 0) desc, i.reported_sort desc, i.id
    limit ${MOST}`);
  return rows.map(({ summary, timeline }) =>
    timeline === null
      ? { summary: JSON.parse(summary) as IncidentSummary }
      : { summary: JSON.parse(summary) as IncidentSummary, timeline: JSON.parse(timeline) as Timeline },
  );
};
