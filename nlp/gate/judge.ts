import type { Need } from './need.ts';
import { createScanner } from './scanner.ts';

/** A literal or a need made of others; it is met once so many of its parts are. */
interface Node {
  readonly parts: number;
  /** The nodes of which it is a part. */
  readonly wholes: Set<number>;
  /** The patterns that need just this. */
  readonly patterns: number[];
}

/** Bits of a number. */
const BITS = 32;

/** Makes every need one node, whichever patterns share it; the literals among them come with their nodes. */
const createGraph = () => {
  const nodes: Node[] = [];
  const literals = new Map<string, number>();
  const known = new Map<string, number>();
  const add = (parts: number): number => nodes.push({ parts, wholes: new Set(), patterns: [] }) - 1;
  const nodeOf = (need: Exclude<Need, undefined>): number => {
    if (typeof need === 'string') {
      const node = literals.get(need) ?? add(1);
      literals.set(need, node);
      return node;
    }
    const all = 'all' in need;
    const inner = (all ? need.all : need.any).filter(part => part !== undefined).map(nodeOf);
    const parts = [...new Set(inner)].sort((a, b) => a - b);
    const key = `${all ? 'all' : 'any'} ${parts.join(' ')}`;
    const node = known.get(key) ?? add(all ? parts.length : 1);
    known.set(key, node);
    for (const part of parts) nodes[part]?.wholes.add(node);
    return node;
  };
  return { nodes, literals, nodeOf };
};

/** Lists of numbers side by side: those of the list at `at` stand from `from[at]` to `from[at + 1]`. */
interface Lists {
  readonly from: Int32Array;
  readonly all: Int32Array;
}

const listsOf = (lists: readonly (readonly number[])[]): Lists => {
  const from = new Int32Array(lists.length + 1);
  for (const [at, list] of lists.entries()) from[at + 1] = (from[at] ?? 0) + list.length;
  return { from, all: Int32Array.from(lists.flat()) };
};

const setBit = (numbers: Int32Array, from: number, bit: number): void => {
  const at = from + (bit >> 5);
  numbers[at] = (numbers[at] ?? 0) | (1 << (bit & 31));
};

/** Which of the needs a text meets, as bits of whole numbers of 32. */
export interface Judge {
  /** Numbers that a verdict takes. */
  readonly width: number;
  /** Writes the verdict on a text from a place on: bit `n % 32` of the number `n / 32` is set where the need `n` is met. */
  write(text: string, verdicts: Int32Array, place: number): void;
}

/**
 * Makes a judge of needs. One pass over a text finds the literals, and each that is found makes its wholes come true in
 * turn, so that what is not there costs nothing.
 */
export const createJudge = (needs: readonly Need[]): Judge => {
  const { nodes, literals, nodeOf } = createGraph();
  for (const [pattern, need] of needs.entries()) if (need !== undefined) nodes[nodeOf(need)]?.patterns.push(pattern);
  const scan = createScanner([...literals.keys()]);
  const nodeOfLiteral = Int32Array.from(literals.values());
  const parts = Int32Array.from(nodes, node => node.parts);
  const wholes = listsOf(nodes.map(node => [...node.wholes]));
  const patterns = listsOf(nodes.map(node => node.patterns));
  const width = Math.ceil(needs.length / BITS);
  const always = new Int32Array(width);
  for (const [pattern, need] of needs.entries()) if (need === undefined) setBit(always, 0, pattern);
  const met = new Uint8Array(nodes.length);
  const touched = new Int32Array(nodes.length);
  let touches = 0;
  let into: Int32Array = always;
  let base = 0;

  const meet = (node: number): void => {
    const count = met[node] ?? 0;
    const enough = parts[node] ?? 0;
    if (count >= enough) return;
    met[node] = count + 1;
    if (count === 0) touched[touches++] = node;
    if (count + 1 < enough) return;
    const lastPattern = patterns.from[node + 1] ?? 0;
    for (let at = patterns.from[node] ?? 0; at < lastPattern; at++) {
      setBit(into, base, patterns.all[at] ?? 0);
    }
    const lastWhole = wholes.from[node + 1] ?? 0;
    for (let at = wholes.from[node] ?? 0; at < lastWhole; at++) meet(wholes.all[at] ?? 0);
  };
  const found = (literal: number): void => meet(nodeOfLiteral[literal] ?? 0);

  return {
    width,
    write: (text, verdicts, place) => {
      into = verdicts;
      base = place;
      verdicts.set(always, place);
      scan(text, found);
      for (let at = 0; at < touches; at++) met[touched[at] ?? 0] = 0;
      touches = 0;
    },
  };
};
