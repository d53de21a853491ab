// The order of the loops and the axis that runs along the lanes of a vector. Four shapes of code:
//   scalar  no vectors (float64, tiny or hopeless kernels)
//   map     no reduction; the vector axis is the innermost loop
//   inner   the vector axis is a reduction axis, innermost; lanes are combined at the end
//   block   the vector axis is an output axis; a block of vectors is kept in registers while the
//           reduction loops run inside
// Every candidate is priced by a simple model (instructions per trip, times trips after hoisting).
import type { Atom, BinaryOp, Expr, UnaryOp } from '../../../tensor/expr.ts';
import { type Analysis, type Form, isAtom, type Loop, type Node } from './analysis.ts';

/** How a kernel's loops are arranged. */
export interface Schedule {
  readonly mode: 'scalar' | 'map' | 'inner' | 'block';
  readonly vector?: Loop;
  /** Loops, outermost first; the first `outputLoops` are output loops. */
  readonly order: readonly Loop[];
  readonly outputLoops: number;
  /** Vectors per iteration of the vector loop. */
  readonly copies: number;
  /** Whether a reduction's copies are cut apart by branches; see LIGHT. */
  readonly cut: boolean;
  /** Instructions of the whole kernel by the model. */
  readonly cost: number;
  /** Depth at which a node is computed: 0 outside all loops, k inside order[k - 1]. */
  levelOf(mask: number): number;
  /** f32 sums move into f64 after each `chunk` iterations of order[loop]. */
  readonly flush?: { readonly loop: number; readonly chunk: number };
  /** Whether the rows of a 'block' are summed band by band; see tall.ts. */
  readonly tall: boolean;
  /** Whether accumulators go through memory before their lanes are combined; see `spill` in reduce.ts. */
  readonly spill: boolean;
}

/** Terms that a float32 lane sums up before its value moves into float64. */
const LANE_TERMS = 256;

const LANEWISE = new Set<UnaryOp | BinaryOp>([
  'tan',
  'asin',
  'acos',
  'atan',
  'sinh',
  'cosh',
  'atan2',
]);
const MATH: Partial<Record<UnaryOp | BinaryOp, number>> = {
  exp: 16,
  expm1: 20,
  log: 24,
  log1p: 30,
  tanh: 30,
  erf: 50,
  sin: 30,
  cos: 30,
  pow: 80,
  div: 4,
  sqrt: 4,
  rsqrt: 8,
};

/** True for operations that have no vector form and are computed lane by lane. */
export function isLanewise(e: Expr): boolean {
  if (e.op === undefined) return false;
  if (LANEWISE.has(e.op)) return true;
  const float = e.args[0].type === 'f32' || e.args[0].type === 'f64';
  return e.op === 'rem' || (e.op === 'div' && !float);
}

// Instructions of a node: scalar form, and vector form for four lanes.
function price(n: Node, a: Analysis, lanes: Loop | undefined): number {
  if (n.kind === 'form' || n.kind === 'const' || n.kind === 'acc') return 0.5;
  const vector = lanes !== undefined && ((a.masks.get(n) as number) & lanes.bit) !== 0;
  if (isAtom(n)) return vector ? 6 : 2;
  if (n.kind === 'load') {
    const f = a.formOf(n);
    const f16 = a.dtypes[n.buffer as number] === 'f16' ? 6 : 0;
    if (!vector) return 1 + f16 + (n.guard ? 2 : 0);
    const guard = n.guard && (a.masks.get(n.guard) as number) & lanes.bit ? 4 : n.guard ? 2 : 0;
    const stride = laneStride(f, a, lanes);
    return guard + f16 + (stride === 1 || stride === 0 ? 1 : stride === undefined ? 9 : 5);
  }
  if (n.op !== undefined && isLanewise(n)) return vector ? 90 : 20;
  const cost = (n.op && MATH[n.op]) ?? 1;
  return !vector && cost > 10 ? cost * 1.5 : cost;
}

/** Elements between neighbouring lanes; undefined if that is not a constant. */
export function laneStride(form: Form, a: Analysis, lanes: Loop): number | undefined {
  let stride = 0;
  for (const { coefficient, atom } of form.index.terms) {
    if (atom.kind === 'axis') {
      if (atom.axis === lanes.name) stride += coefficient;
    } else if ((a.masks.get(atom as Atom) as number) & lanes.bit) return undefined;
  }
  return stride;
}

function arrange(
  a: Analysis,
  vector: Loop | undefined,
): Omit<Schedule, 'copies' | 'cut' | 'cost' | 'flush' | 'tall' | 'spill'> {
  const rest = a.loops.filter((l) => l !== vector);
  const outer = rest.filter((l) => l.output);
  const inner = rest.filter((l) => !l.output);
  if (vector) (vector.output ? outer : inner).push(vector);
  const order = [...outer, ...inner];
  const mode = !vector
    ? 'scalar'
    : !vector.output
      ? 'inner'
      : a.reductions.length > 0
        ? 'block'
        : 'map';
  const levelOf = (mask: number): number => {
    for (let i = order.length; i > 0; i--) if (mask & order[i - 1].bit) return i;
    return 0;
  };
  return { mode, vector, order, outputLoops: outer.length, levelOf };
}

function cost(a: Analysis, vector: Loop | undefined): number {
  const s = arrange(a, vector);
  const trips = [1];
  for (const l of s.order) {
    const n = l === vector ? Math.ceil(l.size / 4) : l.size;
    trips.push(trips[trips.length - 1] * n);
  }
  let total = 0;
  for (const t of trips) total += 2 * t;
  for (const n of a.nodes)
    total += trips[s.levelOf(a.masks.get(n) as number)] * price(n, a, vector);
  const points = trips[s.outputLoops];
  for (const f of a.stores) {
    total += points * (vector?.output && laneStride(f, a, vector) !== 1 ? 8 : 1);
  }
  if (s.mode === 'inner') total += points * 12 * a.reductions.length;
  total += trips[s.order.length] * a.reductions.length * (s.mode === 'scalar' ? 3 : 1);
  return total;
}

// Instructions per vector up to which V8's order of a basic block, all loads first, costs more than a
// branch between the copies that ends the block (as in kernels/tile.ts): without, a product summed in 8
// copies takes 1.7 times as long. Longer bodies gain more from overlapping.
const LIGHT = 24;

/** Registers for accumulators, where loads and constants want the others. */
const ACCUMULATORS = 8;

// Unrolling by `most` where it divides well; fewer copies of heavy bodies and of several reductions.
function copiesOf(
  a: Analysis,
  s: { mode: string; vector?: Loop },
  pairs: boolean,
): [copies: number, cut: boolean] {
  const { vector } = s;
  if (!vector) return [1, false];
  const vectors = Math.floor(vector.size / 4);
  let weight = 0;
  for (const n of a.nodes) {
    if ((a.masks.get(n) as number) & vector.bit) weight += price(n, a, vector);
  }
  let most = weight <= 60 ? 4 : weight <= 120 ? 2 : 1;
  const reduces = a.reductions.length > 0;
  const cut = reduces && weight <= LIGHT;
  if (reduces) {
    if (s.mode === 'block' && cut) most = 8;
    most = Math.max(1, Math.min(most, Math.floor(ACCUMULATORS / a.reductions.length)));
  }
  if (a.reductions.some((r) => r.position)) most = 1;
  if (pairs && s.mode === 'map') {
    // pairs; how many copies there are changes no result
    most = Math.min(Math.max(2, most), vectors - (vectors % 2)) || 1;
    return [most === 4 && vectors % 4 === 2 ? 2 : most, cut];
  }
  if (vectors <= most) return [Math.max(1, vectors), cut];
  for (let u = most; u > most / 2; u--) if (vectors % u === 0) return [u, cut];
  return [most, cut];
}

function flushOf(
  a: Analysis,
  s: { mode: string; vector?: Loop; order: readonly Loop[]; outputLoops: number },
  copies: number,
): Schedule['flush'] {
  const sums = a.reductions.some((r) => r.op === 'sum' && r.body.type === 'f32');
  if (!sums || s.mode === 'scalar') return undefined;
  let terms = 1;
  for (let i = s.order.length - 1; i >= s.outputLoops; i--) {
    const l = s.order[i];
    const lane = l === s.vector ? 4 * copies : 1;
    const n = Math.ceil(l.size / lane);
    if (terms * n > LANE_TERMS) {
      return { loop: i, chunk: Math.max(1, Math.floor(LANE_TERMS / terms)) * lane };
    }
    terms *= n;
  }
  return undefined;
}

/** Bytes of operands under one sum up to which the caches suffice. */
const SMALL = 2 ** 22;

/** Sums over fewer rows leave too little to amortise the passes over the scratch memory. */
const LEAST_ROWS = 256;

// Whether sums along `rows` for the columns of `vector`, in blocks of `copies` vectors, need bands (tall.ts).
function isTall(a: Analysis, rows: Loop, vector: Loop, copies: number): boolean {
  if (rows.size < LEAST_ROWS || vector.size <= 4 * copies) return false;
  if (a.reductions.some((r) => r.op !== 'sum' || r.body.type !== 'f32')) return false;
  let bytes = 0;
  for (const n of a.nodes) {
    if (n.kind !== 'form' || n.buffer < 0) continue;
    for (const { coefficient, atom } of n.index.terms) {
      if (atom.kind === 'axis' && atom.axis === rows.name)
        bytes += Math.abs(coefficient) * n.bytes * rows.size;
    }
  }
  return bytes > SMALL;
}

/** Trips of the reduction loops from which on two stores and loads of each accumulator are made up for. */
const SPILL_TRIPS = 8;

// Whether pairs of accumulators would be joined if they ended in stores: see `inStep`.
function spills(
  a: Analysis,
  s: Pick<Schedule, 'mode' | 'vector' | 'order' | 'outputLoops' | 'copies' | 'flush'>,
): boolean {
  if (!s.vector || s.copies < 2 || a.reductions.length === 0) return false;
  if (a.reductions.some((r) => r.position)) return false;
  const lane = 4 * s.copies;
  if (s.mode === 'inner' ? s.vector.size % lane !== 0 : !s.flush) return false;
  let trips = 1;
  for (const l of s.order.slice(s.outputLoops)) trips *= l === s.vector ? l.size / lane : l.size;
  return trips >= SPILL_TRIPS;
}

/** Chooses loop order, vector axis and unrolling for a kernel; `pairs`: of vectors, where that changes nothing. */
export function schedule(a: Analysis, pairs = false): Schedule {
  const wide = a.dtypes.includes('f64') || a.nodes.some((n) => 'type' in n && n.type === 'f64');
  const lastReduce = a.loops.filter((l) => !l.output).at(-1);
  const arg = a.reductions.some((r) => r.position);
  let best: Loop | undefined;
  if (!wide) {
    let least = cost(a, undefined);
    for (const l of [...a.loops].reverse()) {
      if (l.size < 3 || (arg && !l.output && l !== lastReduce)) continue;
      const c = cost(a, l);
      if (c < least) {
        least = c;
        best = l;
      }
    }
  }
  const s = arrange(a, best);
  const [copies, cut] = copiesOf(a, s, pairs);
  const [rows, ...others] = s.order.slice(s.outputLoops);
  const columns = s.mode === 'block' && rows && others.length === 0 ? s.vector : undefined;
  const tall = columns !== undefined && isTall(a, rows, columns, copies);
  const flush = flushOf(a, s, copies);
  const spill = pairs && !tall && spills(a, { ...s, copies, flush });
  return { ...s, copies, cut, cost: cost(a, best), flush, tall, spill };
}
