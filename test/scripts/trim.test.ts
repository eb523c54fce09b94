import { describe, expect, test } from 'vitest';
import { isIdle } from '../../scripts/trim.ts';

describe('Trimming the packages', () => {
  test.each([
    '/x/node_modules/drizzle-orm/sql/sql.cjs.map',
    '/x/node_modules/drizzle-orm/sql/sql.d.cts',
    '/x/node_modules/undici/README.md',
    '/x/node_modules/swagger-ui-dist/swagger-ui-es-bundle-core.js',
    '/x/node_modules/swagger-ui-dist/swagger-ui.js',
  ])('takes out %s', path => {
    expect(isIdle(path)).toBe(true);
  });

  test.each([
    '/x/node_modules/drizzle-orm/sql/sql.cjs',
    '/x/node_modules/undici/package.json',
    '/x/node_modules/@mozilla/readability/LICENSE.md',
    '/x/node_modules/swagger-ui-dist/swagger-ui-bundle.js',
    '/x/node_modules/swagger-ui-dist/swagger-ui.css',
    '/x/node_modules/tinyld/dist/tinyld.normal.node.mjs',
  ])('leaves %s', path => {
    expect(isIdle(path)).toBe(false);
  });
});
