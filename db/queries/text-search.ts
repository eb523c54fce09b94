import type { Client } from '../client.ts';
import { sql } from '../drizzle.ts';
import type { NameHit, Page, PageRequest, TextHit } from '../store.ts';
import { present, storable } from '../text.ts';
import { brokenCursor, readCursor, toPage } from './cursor.ts';
import { fold } from './search.ts';

/** Texts that are weighed for one query, at most: common words stand in very many. */
const MOST_WEIGHED = 2_000;
/** Marks of a stretch that fits. No text has them: control characters are never stored in headlines or quotes as such. */
const OPEN = '\u0001';
const CLOSE = '\u0002';

interface Row {
  readonly incident_id: string;
  readonly place: string;
  readonly event_id: string | null;
  readonly article_id: string | null;
  readonly title: string;
  readonly text: string;
  readonly marked: string;
  readonly rank: string;
}

/** Where the marks stand, in UTF-16 units of the text without them. */
const highlightsOf = (marked: string): TextHit['highlights'] => {
  const found: { start: number; end: number }[] = [];
  let at = 0;
  let start = 0;
  for (const unit of marked.split('')) {
    if (unit === OPEN) start = at;
    else if (unit === CLOSE) found.push({ start, end: at });
    else at++;
  }
  return found;
};

const toHit = ({ place, ...row }: Row): TextHit => ({
  incident: row.incident_id,
  title: row.title,
  where: place === 'title' ? 'title' : place.startsWith('article:') ? 'headline' : 'quote',
  ...present('eventId', row.event_id),
  ...(row.event_id === null ? {} : { claimId: place }),
  ...present('articleId', row.article_id),
  text: row.text,
  highlights: highlightsOf(row.marked),
});

const isNumber = (text: string): boolean => /^\d{1,3}(\.\d{1,20})?(e-\d{1,3})?$/.test(text);

/**
 * Titles, headlines and quotes in which the words stand, in any of their forms; the best fit first. The query is that of
 * a web search: "exact words", `or`, and a minus before what must not be there.
 * @throws AppError `invalid-parameter`.
 */
export const searchTexts = async (client: Client, query: string, page: PageRequest): Promise<Page<TextHit>> => {
  const after = readCursor(page, 'search', 3);
  if (after && !isNumber(after[0] ?? '')) throw brokenCursor();
  const rows = await client.rows<Row>(sql`
    with asked as (
      select websearch_to_tsquery('english', ${storable(query)}) as words
    ), weighed as (
      select x.* from receipts.incident_texts x, asked where x.words @@ asked.words
      limit ${MOST_WEIGHED}
    ), ranked as (
      select w.*, ts_rank_cd(w.words, asked.words)::double precision as rank
      from weighed w, asked
    ), listed as (
      select * from ranked
      where ${after ? sql`(-rank, incident_id, place) > (-(${after[0]}::double precision), ${after[1]}::text, ${after[2]}::text)` : sql`true`}
      order by rank desc, incident_id, place limit ${page.limit + 1}
    )
    select l.incident_id, l.place, l.event_id, l.article_id, l.text, l.rank::text as rank,
      i.json::jsonb->>'title' as title,
      ts_headline('english', l.text, asked.words,
        ${`HighlightAll=true, StartSel=${OPEN}, StopSel=${CLOSE}`}) as marked
    from listed l join receipts.incidents i on i.id = l.incident_id, asked
    order by l.rank desc, l.incident_id, l.place`);
  return toPage(rows, page, 'search', row => [row.rank, row.incident_id, row.place], toHit);
};

/** Likeness below which two names have nothing to do with each other. */
const LEAST_LIKENESS = 0.45;

/** Names of retailers and attackers like the one given, the likest first. */
export const namesLike = async (client: Client, name: string, limit: number): Promise<readonly NameHit[]> => {
  const asked = fold(storable(name));
  const rows = await client.rows<{ entity: NameHit['entity']; slug: string; name: string; likeness: number }>(sql`
    select entity, slug, max(name) as name, max(greatest(similarity(folded, ${asked}),
      word_similarity(${asked}, folded) * 0.95, case when folded = ${asked} then 1 else 0 end))::double precision as likeness
    from receipts.incident_names where folded % ${asked} or ${asked} <% folded or folded = ${asked}
    group by entity, slug order by 4 desc, slug limit ${limit}`);
  return rows.filter(({ likeness }) => likeness >= LEAST_LIKENESS);
};
