import { SCOPES } from '#domain/access.ts';
import { DECISION_KINDS } from '#domain/decision.ts';
import { NEWS_KINDS } from '#domain/news.ts';
import { CADENCES, CHANNELS, DELIVERY_STATES, SUBSCRIPTION_STATES } from '#domain/subscription.ts';
import { CERTAINTIES, CLAIM_KINDS, GENRES, INCIDENT_ROLES, PUBLISHER_KINDS, SPEAKERS } from '#domain/vocabulary.ts';

/** Columns that the database keeps to a vocabulary (`<table>_<column>_check`); a test compares both. */
export const CHECKED_COLUMNS: readonly {
  readonly table: string;
  readonly column: string;
  readonly values: readonly string[];
}[] = [
  { table: 'sources', column: 'kind', values: PUBLISHER_KINDS },
  { table: 'sources', column: 'origin', values: ['builtin', 'user'] },
  { table: 'fetches', column: 'outcome', values: ['items', 'not-modified', 'failed', 'gone'] },
  { table: 'items', column: 'state', values: ['pending', 'done', 'failed'] },
  { table: 'articles', column: 'publisher_kind', values: PUBLISHER_KINDS },
  { table: 'revisions', column: 'origin', values: ['page', 'feed', 'import'] },
  { table: 'analyses', column: 'status', values: ['analysed', 'not-analysed'] },
  { table: 'analyses', column: 'genre', values: GENRES },
  { table: 'local_incidents', column: 'role', values: INCIDENT_ROLES },
  { table: 'claims', column: 'kind', values: CLAIM_KINDS },
  { table: 'claims', column: 'certainty', values: CERTAINTIES },
  { table: 'claims', column: 'speaker', values: SPEAKERS },
  { table: 'incident_links', column: 'role', values: INCIDENT_ROLES },
  { table: 'decisions', column: 'kind', values: DECISION_KINDS },
  { table: 'incident_names', column: 'entity', values: ['retailer', 'actor'] },
  { table: 'incident_updates', column: 'change', values: ['created', 'updated', 'removed'] },
  { table: 'api_keys', column: 'scope', values: SCOPES },
  { table: 'changes', column: 'kind', values: NEWS_KINDS },
  { table: 'subscriptions', column: 'channel', values: CHANNELS },
  { table: 'subscriptions', column: 'cadence', values: CADENCES },
  { table: 'subscriptions', column: 'state', values: SUBSCRIPTION_STATES },
  { table: 'deliveries', column: 'state', values: DELIVERY_STATES },
];
