import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figures } from './figures.ts';
import { REPOSITORY } from './shared.ts';

/** One scoring of the sealed articles. */
export interface Opening {
  /** UTC day. */
  readonly date: string;
  /** Commit of the program that was scored. */
  readonly commit: string;
  readonly articles: number;
  readonly figures: Figures;
}

const LEDGER = join(REPOSITORY, 'test', 'gold', 'sealed-openings.json');

/** Every scoring of the sealed articles so far, the first one first. */
export const readOpenings = (path: string = LEDGER): readonly Opening[] =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as readonly Opening[]) : [];

/** Adds a scoring at the end; those that stand, the first above all, are never changed. */
export const addOpening = (opening: Opening, path: string = LEDGER): readonly Opening[] => {
  const openings = [...readOpenings(path), opening];
  writeFileSync(path, `${JSON.stringify(openings, null, 2)}\n`);
  return openings;
};
