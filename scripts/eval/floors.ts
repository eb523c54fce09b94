import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '#errors';
import { REPOSITORY } from './shared.ts';

/** Floors by section and figure. A name that ends in `(at most)` is a ceiling. */
export type Floors = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A floor that was lowered, and why. */
interface Lowered {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly reason: string;
  readonly date: string;
}

/** `test/gold/floors.json`: sections of floors, those of other checks among them, and what was lowered. */
export interface FloorsFile {
  readonly lowered?: readonly Lowered[];
  readonly [section: string]: unknown;
}

const FLOORS_FILE = join(REPOSITORY, 'test', 'gold', 'floors.json');

/** What trades against another figure is not raised beyond what was asked of it. */
const ENOUGH: Readonly<Record<string, number>> = { 'top band right': 0.95, 'top band share': 0.6 };

const isCeiling = (name: string): boolean => name.endsWith('(at most)');

/** Hundredths, rounded towards what is easier to hold. */
const easier = (name: string, value: number): number =>
  isCeiling(name) ? Math.ceil(value) : Math.min(Math.floor(value * 100 + 1e-9) / 100, ENOUGH[name] ?? 1);

const sectionOf = (file: FloorsFile, section: string): Readonly<Record<string, number>> =>
  (file[section] ?? {}) as Readonly<Record<string, number>>;

export const readFloors = (path: string = FLOORS_FILE): FloorsFile =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as FloorsFile) : {};

export const writeFloors = (file: FloorsFile, path: string = FLOORS_FILE): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(file, null, 2)}\n`);
};

/** Every figure that is worse than its floor, as a sentence. */
export const belowFloors = (file: FloorsFile, measured: Floors): readonly string[] =>
  Object.entries(measured).flatMap(([section, figures]) =>
    Object.entries(sectionOf(file, section)).flatMap(([name, floor]) => {
      const value = figures[name];
      if (value === undefined) return [`${section}/${name} has a floor of ${floor} but was not measured.`];
      if (isCeiling(name)) return value > floor ? [`${section}/${name} is ${value}, allowed are ${floor}.`] : [];
      return value >= floor ? [] : [`${section}/${name} is ${value.toFixed(4)}, its floor is ${floor}.`];
    }),
  );

const better = (floors: Readonly<Record<string, number>>, figures: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]) => {
      const [old, now] = [floors[name], easier(name, value)];
      return [name, old === undefined ? now : isCeiling(name) ? Math.min(old, now) : Math.max(old, now)];
    }),
  );

/** The floors with each at what was measured, where that is better; sections that were not measured stay. */
export const raised = (file: FloorsFile, measured: Floors): FloorsFile => ({
  ...file,
  ...Object.fromEntries(
    Object.entries(measured).map(([section, figures]) => [
      section,
      { ...sectionOf(file, section), ...better(sectionOf(file, section), figures) },
    ]),
  ),
});

/**
 * The floors with one of them lowered to what was measured, and the reason kept beside them.
 *
 * @param key `<section>/<figure>`, e.g. `dev/money F1`
 * @throws AppError where there is no such floor, no reason, or nothing to lower
 */
export const lowered = (
  file: FloorsFile,
  measured: Floors,
  change: { readonly key: string; readonly reason: string; readonly date: string },
): FloorsFile => {
  const { key, reason, date } = change;
  const [section = '', ...rest] = key.split('/');
  const name = rest.join('/');
  const [from, value] = [sectionOf(file, section)[name], measured[section]?.[name]];
  if (from === undefined || value === undefined)
    throw new AppError('invalid-parameter', `There is no floor "${key}".`, {
      hint: 'Name it as test/gold/floors.json does: section, slash, figure, such as "dev/money F1".',
    });
  if (reason.trim() === '')
    throw new AppError('invalid-parameter', `Lowering ${key} needs a reason.`, { hint: 'Give one with --reason.' });
  const to = easier(name, value);
  if (isCeiling(name) ? to <= from : to >= from)
    throw new AppError('invalid-parameter', `${key} stands at ${from} and was measured at ${value}: nothing to lower.`);
  return {
    ...file,
    [section]: { ...sectionOf(file, section), [name]: to },
    lowered: [...(file.lowered ?? []), { key, from, to, reason: reason.trim(), date }],
  };
};
