import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Asset, assetOf, load } from './assets.ts';

const viewerFile = (name: string): string =>
  readFileSync(fileURLToPath(import.meta.resolve(`swagger-ui-dist/${name}`)), 'utf8')
    // The maps are not served.
    .replace(/\n?\/[/*]# sourceMappingURL=.*$/, '');

/** What `/docs` loads, all from this server: Swagger UI (Apache-2.0) as it is published, and how it is started. */
export const DOCS_ASSETS = {
  viewer: assetOf('viewer', 'js', 'text/javascript; charset=utf-8', viewerFile('swagger-ui-bundle.js')),
  viewerStyle: assetOf('viewer', 'css', 'text/css; charset=utf-8', viewerFile('swagger-ui.css')),
  style: load('docs', 'css', 'text/css; charset=utf-8'),
  start: load('docs', 'js', 'text/javascript; charset=utf-8'),
} satisfies Record<string, Asset>;
