import type { Handler } from '../answer.ts';
import { list } from '../answer.ts';
import { PAGE_PARAMETERS, pageRequest, readParameters } from '../params.ts';

/** `GET /v1/retailers`: the retailers of which there are incidents. */
export const listRetailers: Handler = async (call, services) => {
  const page = pageRequest(readParameters(call.query, PAGE_PARAMETERS));
  return list(await services.store.listRetailers(page), call, services);
};

/** `GET /v1/actors`: the attackers that reports name. */
export const listActors: Handler = async (call, services) => {
  const page = pageRequest(readParameters(call.query, PAGE_PARAMETERS));
  return list(await services.store.listActors(page), call, services);
};
