import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';

interface Asset {
  readonly type: string;
  readonly body: string;
  /** `/assets/receipts.<hash>.css` */
  readonly path: string;
}

const load = (stem: string, extension: string, type: string): Asset => {
  const body = readFileSync(new URL(`./assets/${stem}.${extension}`, import.meta.url), 'utf8');
  return { type, body, path: `/assets/${stem}.${hash('sha256', body).slice(0, 12)}.${extension}` };
};

export const STYLESHEET = load('receipts', 'css', 'text/css; charset=utf-8');
export const ICON = load('icon', 'svg', 'image/svg+xml');

/** A file by the name in its path. One of an older version gets today's content, and `current` false. */
export const findAsset = (name: string): (Asset & { readonly current: boolean }) | undefined => {
  const wanted = `/assets/${name}`;
  for (const asset of [STYLESHEET, ICON]) {
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
