import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Source } from '#domain/article.ts';
import type { Edition } from './edition.ts';
import type { Outlet } from './outlet.ts';
import { OUTLETS } from './outlets.ts';
import { answer } from './routes.ts';
import { newsServer } from './server.ts';

/** A running newsroom: web sites of outlets that do not exist, on this machine only. */
export interface Newsroom {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** One per outlet, its feed on this origin. */
  readonly sources: readonly Source[];
  /** Puts the later edition on the web: one article is edited openly, one silently, a few are new. Once is enough. */
  publishNextEdition(): void;
  /** Stops listening and ends open connections. */
  close(): Promise<void>;
}

const sourceOf = (origin: string, outlet: Outlet): Source => ({
  id: outlet.slug,
  publisher: outlet.name,
  country: 'GB',
  kind: outlet.kind,
  feedUrl: `${origin}/${outlet.slug}/${outlet.feed.file}`,
  language: 'en',
  why: outlet.why,
  confirmed: true,
});

/**
 * Starts the newsroom on 127.0.0.1.
 * @param options.port TCP port; 0 (the default) takes a free one
 * @throws the listen error of Node where the port is taken
 */
export const startNewsroom = async (options: { readonly port?: number } = {}): Promise<Newsroom> => {
  let edition: Edition = 'first';
  let origin = '';
  const server = newsServer(path => answer(origin, path, edition));
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    sources: OUTLETS.map(outlet => sourceOf(origin, outlet)),
    publishNextEdition: () => {
      edition = 'later';
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
