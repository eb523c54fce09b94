import type { Analysis, Claim } from '#domain/claim.ts';
import { inForce } from '#domain/decision.ts';
import { analysisId, articleId, claimId, revisionId } from '#domain/ids.ts';
import { AppError } from '#errors';
import type { Client } from '../client.ts';
import { sql } from '../drizzle.ts';
import { brokenConstraint } from '../errors.ts';
import type { ArticleSave, SavedArticle } from '../store.ts';
import { canonicalJson, storable, toJson } from '../text.ts';
import { decisionsTouching } from './decisions.ts';
import { ANALYSIS_WRITTEN, marking } from './written.ts';

const claimRow = (analysis: Analysis, revision: string, claim: Claim, position: number) => {
  const victim = analysis.incidents[claim.incident]?.victim ?? '';
  return {
    position,
    id: claimId(revision, claim.kind, victim, canonicalJson(claim.value), claim.start, claim.end),
    incident: claim.incident,
    kind: claim.kind,
    certainty: claim.certainty,
    speaker: claim.by,
    confidence: claim.confidence,
    body: claim,
  };
};

/** An analysis with its incidents and claims, as the statements that write it take it in. */
export const analysisFacts = (analysis: Analysis, revision: string, analysedAt: string) => ({
  analysis: analysisId(revision, analysis.extractor),
  extractor: analysis.extractor,
  language: analysis.language,
  status: analysis.status,
  relevant: analysis.relevant,
  genre: analysis.genre,
  analysed_at: analysedAt,
  victims: [...new Set(analysis.incidents.map(incident => incident.victim))].sort(),
  incidents: analysis.incidents.map((incident, position) => ({ position, ...incident })),
  claims: analysis.claims.map((claim, position) => claimRow(analysis, revision, claim, position)),
});

const facts = (save: ArticleSave) => {
  const { revision, analysis } = save;
  const article = articleId(save.canonicalUrl);
  const revised = revisionId(article, storable(revision.title), storable(revision.text));
  return {
    article,
    revision: revised,
    canonical_url: save.canonicalUrl,
    publisher: save.publisher,
    publisher_kind: save.publisherKind,
    source_id: save.sourceId,
    external_id: save.externalId,
    item_id: save.itemId,
    item_state: save.itemState,
    page_error: save.pageError,
    title: revision.title,
    text: revision.text,
    byline: revision.byline,
    published_at: revision.publishedAt,
    modified_at: revision.modifiedAt,
    fetched_at: revision.fetchedAt,
    revision_language: revision.language,
    origin: revision.origin,
    from_feed: revision.origin === 'feed',
    extraction: save.extraction,
    ...analysisFacts(analysis, revised, save.analysedAt),
  };
};

/*
 * Everything about some articles, each another one, by one statement. What must hold when two processes save the same
 * article at the same moment is decided inside `on conflict do update`, which sees the row as it stands after the other
 * one is done; the rest of the statement sees the state from before it began. So the article's row carries the pointer to
 * the analysis that counts and all victims ever named, and the marks follow from what the row returns. Rows are written in
 * the order of their ids, so that two batches cannot wait for each other.
 */
const SAVE = (json: string) => sql`
  with given as (
    select * from jsonb_to_recordset(${json}::jsonb) as g(
      article text, revision text, analysis text, canonical_url text, publisher text, publisher_kind text,
      source_id text, external_id text, item_id text, item_state text, page_error text, title text, text text, byline text,
      published_at text, modified_at text, fetched_at timestamptz(3), revision_language text, origin text,
      from_feed boolean, extraction text, extractor text, language text, status text, relevant boolean, genre text,
      analysed_at timestamptz(3), victims jsonb, incidents jsonb, claims jsonb)
  ), article as (
    insert into receipts.articles as a (
      id, canonical_url, publisher, publisher_kind, source_id, external_id, current_revision, current_analysis,
      current_fetched_at, current_from_feed, victims, first_seen_at)
    select article, canonical_url, publisher, publisher_kind, source_id, external_id, revision, analysis, fetched_at,
      from_feed, array(select jsonb_array_elements_text(victims)), fetched_at
    from given order by article
    on conflict (id) do update set
      source_id = coalesce(a.source_id, excluded.source_id),
      external_id = coalesce(a.external_id, excluded.external_id),
      victims = array(select unnest(a.victims) union select unnest(excluded.victims) order by 1),
      (current_revision, current_analysis, current_fetched_at, current_from_feed) = (
        select case when moves then excluded.current_revision else a.current_revision end,
          case when moves then excluded.current_analysis else a.current_analysis end,
          case when moves then greatest(excluded.current_fetched_at, a.current_fetched_at) else a.current_fetched_at end,
          case when moves then excluded.current_from_feed else a.current_from_feed end
        from (select ${moves()} as moves) as decided)
    where ${moves()} or not ${sql.raw(ANALYSED)}
      or (a.external_id is null and excluded.external_id is not null)
      or (a.source_id is null and excluded.source_id is not null)
    returning id, victims, (xmax = 0) as inserted
  ), revised as (
    insert into receipts.revisions (
      id, article_id, title, text, byline, published_at, modified_at, fetched_at, language, origin, extraction)
    select revision, article, title, text, byline, published_at, modified_at, fetched_at, revision_language, origin,
      extraction
    from given order by revision
    on conflict (id) do nothing
    returning id
  ), seen as (
    insert into receipts.sightings (article_id, revision_id, seen_at)
    select article, revision, fetched_at from given
    where not exists (
      select from (
        select revision_id from receipts.sightings s where s.article_id = given.article and s.seen_at <= given.fetched_at
        order by s.seen_at desc, s.revision_id desc limit 1
      ) as latest where latest.revision_id = given.revision)
    on conflict do nothing
    returning article_id
  ), ${ANALYSIS_WRITTEN}, marked as (${marking(sql`
    select unnest(victims) as victim from article
    union select unnest(a.victims) from receipts.articles a join seen on seen.article_id = a.id`)}
  ), settled as (
    update receipts.items i set state = 'done', article_id = given.article, last_error = given.page_error,
      next_attempt_at = null, last_attempt_at = given.analysed_at
    from given
    where i.id = given.item_id and i.state <> 'done'
      and (given.item_state is null or given.item_state = i.content_hash)
  )
  select given.article as "articleId", given.revision as "revisionId",
    case when exists (select from article where article.id = given.article and inserted) then 'new'
      when exists (select from revised where revised.id = given.revision) then 'revised' else 'unchanged' end as outcome
  from given`;

/** Whether the analysis given was there before the statement began. */
const ANALYSED = '(exists (select from receipts.analyses n where n.id = excluded.current_analysis))';

/**
 * Whether the analysis given becomes the one that counts. A feed's words never replace a page's, and a page's always
 * replace a feed's; else the later fetched text counts, and for the same text an analysis that is new.
 */
function moves() {
  return sql.raw(`case
    when excluded.current_revision = a.current_revision then
      excluded.current_analysis <> a.current_analysis and not ${ANALYSED}
    when excluded.current_from_feed <> a.current_from_feed then a.current_from_feed
    else (excluded.current_fetched_at, excluded.current_revision) > (a.current_fetched_at, a.current_revision)
  end`);
}

/**
 * Writes articles, each another one, with their revisions, analyses, claims and relink marks: all or nothing. Done twice,
 * it is done once. In the order given.
 * @throws AppError `conflict` where the external id of a single one belongs to another article.
 */
export const saveArticles = async (client: Client, saves: readonly ArticleSave[]): Promise<readonly SavedArticle[]> => {
  const given = saves.map(facts);
  try {
    const rows = await client.rows<SavedArticle>(SAVE(toJson(given)));
    const saved = new Map(rows.map(row => [row.articleId, { ...row }]));
    return given.map(({ article, canonical_url }) => {
      const row = saved.get(article);
      if (!row) throw new Error(`saving ${canonical_url} returned nothing`);
      return row;
    });
  } catch (error) {
    const [first, second] = saves;
    if (first === undefined || second !== undefined || brokenConstraint(error) !== 'articles_external_id_key')
      throw error;
    throw new AppError(
      'conflict',
      `The id "${first.externalId}" belongs to another article than ${first.canonicalUrl}.`,
      {
        subject: first.externalId ?? '',
        hint: 'Give every article an id of its own; the id and URL held before stay together.',
        cause: error,
      },
    );
  }
};

/** For each of these canonical URLs whether its article was taken down. */
export const takenDown = async (client: Client, canonicalUrls: readonly string[]): Promise<readonly boolean[]> => {
  const ids = canonicalUrls.map(url => articleId(url));
  const touching = inForce(await decisionsTouching(client, ids));
  const gone = new Set(touching.flatMap(decision => (decision.kind === 'takedown' ? [decision.article] : [])));
  return ids.map(id => gone.has(id));
};

/** Which of these canonical URLs are held, read from their own page, in an analysis of this extractor version. */
export const heldUrls = async (
  client: Client,
  urls: readonly string[],
  extractor: string,
): Promise<ReadonlySet<string>> => {
  const rows = await client.rows<{ canonical_url: string }>(sql`
    select a.canonical_url from receipts.articles a
    where a.canonical_url in (select jsonb_array_elements_text(${toJson(urls)}::jsonb))
      and exists (select from receipts.analyses n where n.article_id = a.id and n.extractor = ${extractor})`);
  return new Set(rows.map(row => row.canonical_url));
};
