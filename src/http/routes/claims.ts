import type { Claim } from '#domain/claim.ts';
import type { ArticleRef, StoredClaim } from '#domain/incident.ts';
import type { Handler } from '../answer.ts';
import { list, resolve } from '../answer.ts';
import { claimFilter, PAGE_PARAMETERS, pageRequest, readParameters } from '../params.ts';
import { incidentId } from './incident-id.ts';

/** A claim as it is served: without the index that has a meaning only inside its analysis. */
type PublicClaim = { readonly id: string } & Omit<Claim, 'incident'> & { readonly article: ArticleRef };

const publicClaim = ({ id, claim, article }: StoredClaim): PublicClaim => {
  const { incident: _, ...said } = claim;
  return { id, ...said, article };
};

/** `GET /v1/incidents/{id}/claims`: the single claims behind a timeline, of one `kind` where asked for. */
export const incidentClaims: Handler = async (call, services) => {
  const parameters = readParameters(call.query, [...PAGE_PARAMETERS, 'kind']);
  const id = incidentId(call);
  const resolved = await services.store.incidentClaims(id, claimFilter(parameters), pageRequest(parameters));
  return resolve(id, resolved, call, page => list({ ...page, items: page.items.map(publicClaim) }, call, services));
};
