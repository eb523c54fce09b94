import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A file that pages load. */
export interface Asset {
  readonly type: string;
  readonly body: string;
  /** `/assets/receipts.<hash>.css` */
  readonly path: string;
}

/** A file with a hash of its content in its name. `stem`: lower-case letters. */
export const assetOf = (stem: string, extension: string, type: string, body: string): Asset => ({
  type,
  body,
  path: `/assets/${stem}.${hash('sha256', body).slice(0, 12)}.${extension}`,
});

/** A file of `assets/`. */
export const load = (stem: string, extension: string, type: string): Asset =>
  assetOf(stem, extension, type, readFileSync(new URL(`./assets/${stem}.${extension}`, import.meta.url), 'utf8'));

export const STYLESHEET = load('receipts', 'css', 'text/css; charset=utf-8');
export const SCRIPT = load('pages', 'js', 'text/javascript; charset=utf-8');
export const ICON = load('icon', 'svg', 'image/svg+xml');

/** A file of several by the name in its path. One of an older version gets today's content, and `current` false. */
export const findAmong = (
  name: string,
  assets: readonly Asset[],
): (Asset & { readonly current: boolean }) | undefined => {
  const wanted = `/assets/${name}`;
  for (const asset of assets) {
    if (asset.path === wanted) return { ...asset, current: true };
    const [stem, , extension] = asset.path.split('.');
    if (
      /^\/assets\/[a-z]+\.[0-9a-f]{12}\.[a-z]+$/.test(wanted) &&
      wanted.startsWith(`${stem}.`) &&
      wanted.endsWith(`.${extension}`)
    )
      return { ...asset, current: false };
  }
  return undefined;
};
