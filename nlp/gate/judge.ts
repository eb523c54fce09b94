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

const NOTHING = new Int32Array();

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

/**
 * Makes a function that tells which of the needs a text meets: 1 at their places, 0 elsewhere. One pass over the text
 * finds the literals, and each that is found makes its wholes come true in turn, so that what is not there costs nothing.
 */
export const createJudge = (needs: readonly Need[]): ((text: string) => Uint8Array) => {
  const { nodes, literals, nodeOf } = createGraph();
  for (const [pattern, need] of needs.entries()) if (need !== undefined) nodes[nodeOf(need)]?.patterns.push(pattern);
  const scan = createScanner([...literals.keys()]);
  const nodeOfLiteral = Int32Array.from(literals.values());
  const parts = Int32Array.from(nodes, node => node.parts);
  const wholes = nodes.map(node => Int32Array.from(node.wholes));
  const patterns = nodes.map(node => Int32Array.from(node.patterns));
  const always = Uint8Array.from(needs, need => Number(need === undefined));
  const met = new Int32Array(nodes.length);
  const touched: number[] = [];
  let result = always;

  const meet = (node: number): void => {
    const count = (met[node] ?? 0) + 1;
    met[node] = count;
    if (count === 1) touched.push(node);
    if (count !== parts[node]) return;
    const made = patterns[node] ?? NOTHING;
    for (let at = 0; at < made.length; at++) result[made[at] ?? 0] = 1;
    const up = wholes[node] ?? NOTHING;
    for (let at = 0; at < up.length; at++) meet(up[at] ?? 0);
  };

  return text => {
    result = always.slice();
    scan(text, literal => meet(nodeOfLiteral[literal] ?? 0));
    for (const node of touched) met[node] = 0;
    touched.length = 0;
    return result;
  };
};
