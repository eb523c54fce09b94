import { findAmong, ICON, SCRIPT, STYLESHEET } from './assets.ts';
import { DOCS_ASSETS } from './docs-assets.ts';

const ASSETS = [STYLESHEET, SCRIPT, ICON, ...Object.values(DOCS_ASSETS)];

/** A file that pages load, by the name in its path. One of an older version gets today's content, and `current` false. */
export const findAsset = (name: string): ReturnType<typeof findAmong> => findAmong(name, ASSETS);
