import { type Decision, undosInForce } from '#domain/decision.ts';
import { AppError } from '#errors';
import type { Client } from '../client.ts';
import { sql } from '../drizzle.ts';
import type { DecisionFilter, LoggedDecision, Page, PageRequest } from '../store.ts';
import { isoTime, storable, toJson } from '../text.ts';
import { readCursor, toPage } from './cursor.ts';
import { marking } from './written.ts';

/** Ids of articles and incidents that a decision names. */
const namedBy = (
  decision: Decision,
): { readonly articles: readonly string[]; readonly incidents: readonly string[] } => {
  switch (decision.kind) {
    case 'merge':
      return { articles: [], incidents: [decision.from, decision.into] };
    case 'split':
      return { articles: decision.articles, incidents: [decision.incident] };
    case 'dismiss':
      return { articles: [decision.claim.article], incidents: [] };
    case 'pin':
      return { articles: [decision.claim.article], incidents: [decision.incident] };
    case 'retitle':
      return { articles: [], incidents: [decision.incident] };
    case 'not-an-incident':
    case 'takedown':
      return { articles: [decision.article], incidents: [] };
    case 'undo':
      return { articles: [], incidents: [] };
  }
};

const rowOf = (decision: Decision) => {
  const { id, kind, who, why, at, ...target } = decision;
  const undoes = decision.kind === 'undo' ? decision.decision : undefined;
  return { id, kind, target, who, reason: why, decided_at: at, undoes, ...namedBy(decision) };
};

/**
 * Writes a decision and marks the victims of whatever it is about, all or nothing; twice is once.
 * @throws AppError `not-found` where an article, an incident or a decision that it names is not there.
 */
export const decide = async (client: Client, decision: Decision): Promise<void> => {
  const [result] = await client.rows<{ missing: readonly string[] }>(sql`
    with given as (
      select * from jsonb_to_record(${toJson(rowOf(decision))}::jsonb) as g(
        id text, kind text, target jsonb, who text, reason text, decided_at timestamptz(3), undoes text,
        articles jsonb, incidents jsonb)
    ), named as (
      select jsonb_array_elements_text(articles) as id, 'article' as what from given
      union all select jsonb_array_elements_text(incidents), 'incident' from given
      union all select undoes, 'decision' from given where undoes is not null
    ), missing as (
      select id from named where not case what
        when 'article' then exists (select from receipts.articles a where a.id = named.id)
        when 'incident' then exists (select from receipts.id_assignments i where i.id = named.id)
        else exists (select from receipts.decisions d where d.id = named.id) end
    ), touched as (
      select id from named where what <> 'decision'
      -- An article that is taken down leaves its incidents, whose log must still tell of it.
      union select l.incident_id from receipts.incident_links l join named on named.id = l.article_id
      union select unnest(d.touches) from receipts.decisions d join given on d.id = given.undoes
    ), written as (
      insert into receipts.decisions (id, kind, target, who, reason, decided_at, touches)
      select id, kind, target, who, reason, decided_at, array(select id from touched order by 1)
      from given where not exists (select from missing)
      on conflict (id) do nothing
      returning id
    ), marked as (${marking(sql`
        select unnest(a.victims) as victim from receipts.articles a
          where a.id in (select id from touched) and exists (select from written)
        union select i.victim from receipts.id_assignments i
          where i.id in (select id from touched) and exists (select from written)`)}
    )
    select array_to_json(array(select id from missing order by 1)) as missing from given`);
  const [missing] = result?.missing ?? [];
  if (missing === undefined) return;
  throw new AppError('not-found', `There is nothing with the id "${missing}" that could be decided about.`, {
    subject: missing,
    hint: 'Articles (art_…), incidents (retailer-2025-04) and decisions (dec_…) are named by the ids that the API gives.',
  });
};

interface DecisionRow {
  readonly id: string;
  readonly kind: Decision['kind'];
  readonly target: object;
  readonly who: string;
  readonly reason: string;
  readonly decided_at: string;
}

const toDecision = ({ id, kind, target, who, reason, decided_at }: DecisionRow): Decision =>
  ({ id, kind, who, why: reason, at: isoTime(decided_at), ...target }) as Decision;

const COLUMNS = sql.raw('d.id, d.kind, d.target, d.who, d.reason, d.decided_at');

/** Decisions about any of these articles and incidents, oldest first, the undone ones and their undos among them. */
export const decisionsTouching = async (client: Client, ids: readonly string[]): Promise<readonly Decision[]> => {
  const rows = await client.rows<DecisionRow>(sql`
    select ${COLUMNS} from receipts.decisions d
    where d.touches && array(select jsonb_array_elements_text(${toJson(ids)}::jsonb))
    order by d.decided_at, d.id`);
  return rows.map(toDecision);
};

interface LoggedRow extends DecisionRow {
  readonly matches: boolean;
}

const undos = async (client: Client): Promise<readonly Decision[]> =>
  (await client.rows<DecisionRow>(sql`select ${COLUMNS} from receipts.decisions d where d.kind = 'undo'`)).map(
    toDecision,
  );

/**
 * The log of decisions, newest first; of one incident those about any id that leads to it and about its articles.
 * @throws AppError `invalid-parameter`.
 */
export const listDecisions = async (
  client: Client,
  { incident }: DecisionFilter,
  page: PageRequest,
): Promise<Page<LoggedDecision>> => {
  const after = readCursor(page, 'decisions', 2);
  const id = storable(incident ?? '');
  const about = sql`d.touches && array(
    select l.article_id from receipts.incident_links l where l.incident_id = ${id}
    union select s.id from receipts.incident_aliases s where s.incident_id = ${id}
    union select ${id})`;
  const rows = await client.rows<LoggedRow>(sql`
    select ${COLUMNS}, exists (select from receipts.decision_matches m where m.decision_id = d.id) as matches
    from receipts.decisions d
    where ${incident === undefined ? sql`true` : about}
      and ${after ? sql`(d.decided_at, d.id) < (${after[0]}::timestamptz, ${after[1]})` : sql`true`}
    order by d.decided_at desc, d.id desc limit ${page.limit + 1}`);
  const undone = undosInForce(await undos(client));
  return toPage(
    rows,
    page,
    'decisions',
    row => [isoTime(row.decided_at), row.id],
    row => {
      const undo = undone.get(row.id);
      if (undo !== undefined) return { decision: toDecision(row), undone: { by: undo.who, at: undo.at } };
      return { decision: toDecision(row), ...(row.kind === 'undo' ? {} : { matches: row.matches }) };
    },
  );
};
