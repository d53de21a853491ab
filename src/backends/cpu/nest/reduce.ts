// Accumulators of reductions. Float32 sums run in float32 lanes and move into float64 after a few
// hundred terms, so that their error does not grow with length; argmax and argmin carry the flat
// index of the first extreme, NaN counting as the extreme (NumPy).

import type { ScalarType } from '../../../tensor/dtype.ts';
import type { ReduceOp } from '../../../tensor/expr.ts';
import type { Local, Op } from '../wasm/assembler.ts';
import type { Analysis, Reduction } from './analysis.ts';
import type { Context } from './context.ts';
import { pushVector } from './memory.ts';
import { pushConstant, pushScalar, wasmType } from './scalar.ts';
import type { Schedule } from './schedule.ts';

/** Locals of one reduction: per copy a vector (or a scalar), its index, and two wide sums. */
interface Accumulator {
  readonly r: Reduction;
  readonly value: Local[];
  readonly index: Local[];
  readonly low: Local[];
  readonly high: Local[];
}

/** Emits the life of a kernel's accumulators; see `accumulators`. */
export interface Accumulators {
  init(copies: number): void;
  /** Adds copy `u` of the bodies; in lanes at or beyond `active` nothing. */
  add(u: number, active: number): void;
  /** Moves float32 sums into float64. */
  flush(copies: number): void;
  /** Leaves results in `finished` of the context. */
  finish(copies: number): void;
}

function identity(op: ReduceOp, type: ScalarType): number {
  if (op === 'sum' || op === 'any') return 0;
  if (op === 'prod') return 1;
  if (op === 'all') return 1;
  const low = op === 'max' || op === 'argmax';
  if (type === 'f32' || type === 'f64') return low ? -Infinity : Infinity;
  if (type === 'i32') return low ? -0x80000000 : 0x7fffffff;
  return low ? 0 : type === 'bool' ? 1 : -1;
}

const isArg = (r: Reduction): boolean => r.position !== undefined;
// pmax and pmin are one instruction where max and min are seven, but drop NaN: whether there was one
// is kept beside them, in `index`
const watchesNaN = (r: Reduction): boolean =>
  r.body.type === 'f32' && (r.op === 'max' || r.op === 'min');
const isWide = (r: Reduction): boolean => r.op === 'sum' && r.body.type === 'f32';

// the vector instruction that joins two partial results
function join(r: Reduction): Op {
  const t = r.body.type;
  const sign = t === 'i32' ? 's' : 'u';
  if (t === 'f32') {
    const names = { sum: 'add', prod: 'mul', max: 'max', min: 'min' } as const;
    return `f32x4.${names[r.op as keyof typeof names]}`;
  }
  if (t === 'bool') {
    return r.op === 'any' || r.op === 'max' || r.op === 'sum' ? 'v128.or' : 'v128.and';
  }
  if (r.op === 'sum') return 'i32x4.add';
  if (r.op === 'prod') return 'i32x4.mul';
  return `i32x4.${r.op === 'max' ? 'max' : 'min'}_${sign}`;
}

function pushIdentity(c: Context, r: Reduction): void {
  const v = identity(r.op, r.body.type);
  if (r.body.type === 'f32') c.f32(v);
  else c.i32(r.body.type === 'bool' ? -v : v);
}

// scalar: acc = acc op x, both of the scalar type `t`
function joinScalar(c: Context, r: Reduction, acc: Local, push: () => void): void {
  const { f } = c;
  const t = wasmType(r.body.type);
  const extreme = r.op === 'max' || r.op === 'min';
  if (t === 'i32' && extreme) {
    const x = f.local('i32');
    push();
    f.set(x).get(x).get(acc).get(x).get(acc);
    f.op(`i32.${r.op === 'max' ? 'gt' : 'lt'}_${r.body.type === 'i32' ? 's' : 'u'}`);
    f.op('select').set(acc);
    f.free(x);
    return;
  }
  f.get(acc);
  push();
  if (r.op === 'any') f.op('i32.or');
  else if (r.op === 'all') f.op('i32.and');
  else if (r.op === 'sum') f.op(`${acc.type as 'i32' | 'f32' | 'f64'}.add`);
  else if (r.op === 'prod') f.op(`${t}.mul`);
  else f.op(`${t}.${r.op}` as Op);
  f.set(acc);
}

// scalar argmax/argmin: takes (x, i) if x is better; `ties` also if it is equal and i is smaller
function takeBetter(
  c: Context,
  r: Reduction,
  to: [Local, Local],
  x: Local,
  i: Local,
  ties: boolean,
) {
  const { f } = c;
  const t = wasmType(r.body.type);
  const [value, index] = to;
  const more = r.op === 'argmax' ? 'gt' : 'lt';
  f.get(x).get(value);
  if (t === 'i32') f.op(`i32.${more}_${r.body.type === 'i32' ? 's' : 'u'}`);
  else {
    f.op(`${t}.${more}`);
    f.get(x).get(x).op(`${t}.ne`).get(value).get(value).op(`${t}.eq`).op('i32.and').op('i32.or');
  }
  if (ties) {
    f.get(x).get(value).op(`${t}.eq`);
    if (t !== 'i32') {
      f.get(x).get(x).op(`${t}.ne`).get(value).get(value).op(`${t}.ne`).op('i32.and').op('i32.or');
    }
    f.get(i).get(index).op('i32.lt_s').op('i32.and').op('i32.or');
  }
  f.if(() => {
    f.get(x).set(value).get(i).set(index);
  });
}

function scalarAccumulators(c: Context): Accumulators {
  const { f } = c;
  const list = c.a.reductions.map((r) => {
    const type = isWide(r) ? 'f64' : wasmType(r.body.type);
    return { r, value: f.local(type), index: f.local('i32') };
  });
  return {
    init() {
      for (const { r, value, index } of list) {
        pushConstant(c, identity(r.op, r.body.type), isWide(r) ? 'f64' : r.body.type);
        f.set(value);
        if (isArg(r)) f.i32Const(0).set(index);
      }
    },
    add() {
      for (const { r, value, index } of list) {
        if (r.position) {
          const [x, i] = [f.local(wasmType(r.body.type)), f.local('i32')];
          pushScalar(c, r.body);
          f.set(x);
          pushScalar(c, r.position);
          f.set(i);
          takeBetter(c, r, [value, index], x, i, false);
          f.free(x, i);
        } else {
          joinScalar(c, r, value, () => {
            pushScalar(c, r.body);
            if (isWide(r)) f.op('f64.promote_f32');
          });
        }
      }
    },
    flush() {},
    finish() {
      list.forEach(({ r, value, index }, k) => {
        if (isArg(r)) c.finished[k] = [index];
        else if (isWide(r)) {
          c.finished[k] = [f.local('f32')];
          f.get(value).op('f32.demote_f64').set(c.finished[k][0]);
        } else c.finished[k] = [value];
      });
    },
  };
}

// acc, index = better(x, i) in lanes below `active`
function addArg(c: Context, acc: Accumulator, u: number, active: number): void {
  const { f } = c;
  const { r } = acc;
  const t = r.body.type;
  const [x, i, better] = [f.local('v128'), f.local('v128'), f.local('v128')];
  pushVector(c, r.body, u);
  f.set(x);
  pushVector(c, r.position as NonNullable<typeof r.position>, u);
  f.set(i);
  const more = r.op === 'argmax' ? 'gt' : 'lt';
  const v = acc.value[u];
  f.get(x).get(v);
  if (t === 'f32') {
    f.op(`f32x4.${more}`).get(x).get(x).op('f32x4.ne').get(v).get(v).op('f32x4.eq');
    f.op('v128.and').op('v128.or');
  } else if (t === 'bool') f.op(r.op === 'argmax' ? 'i32x4.lt_s' : 'i32x4.gt_s');
  else f.op(`i32x4.${more}_${t === 'i32' ? 's' : 'u'}`);
  if (active < 4) f.v128Const(laneMask(active)).op('v128.and');
  f.set(better);
  f.get(x).get(v).get(better).op('v128.bitselect').set(v);
  f.get(i).get(acc.index[u]).get(better).op('v128.bitselect').set(acc.index[u]);
  f.free(x, i, better);
}

const laneMask = (active: number): Uint8Array =>
  new Uint8Array(new Int32Array([0, 1, 2, 3].map((l) => (l < active ? -1 : 0))).buffer);

// lanes of copy 0 -> one scalar
function collapse(c: Context, acc: Accumulator): Local {
  const { f } = c;
  const { r } = acc;
  const v = acc.value[0];
  const type = wasmType(r.body.type);
  const extract = type === 'f32' ? 'f32x4.extract_lane' : 'i32x4.extract_lane';
  if (isArg(r)) {
    const [x, i] = [f.local(type), f.local('i32')];
    const best: [Local, Local] = [f.local(type), f.local('i32')];
    f.get(v).lane(extract, 0).set(best[0]);
    f.get(acc.index[0]).lane('i32x4.extract_lane', 0).set(best[1]);
    for (const lane of [1, 2, 3]) {
      f.get(v).lane(extract, lane).set(x);
      f.get(acc.index[0]).lane('i32x4.extract_lane', lane).set(i);
      takeBetter(c, r, best, x, i, true);
    }
    f.free(x, i, best[0]);
    return best[1];
  }
  const result = f.local(type);
  if (isWide(r)) {
    f.get(acc.low[0]).get(acc.high[0]).op('f64x2.add').set(acc.low[0]);
    f.get(acc.low[0]).lane('f64x2.extract_lane', 0);
    f.get(acc.low[0]).lane('f64x2.extract_lane', 1).op('f64.add').op('f32.demote_f64').set(result);
    return result;
  }
  for (const half of [
    [2, 3, 2, 3],
    [1, 0, 1, 0],
  ]) {
    f.get(v).get(v).get(v).shuffle32(half).op(join(r)).set(v);
  }
  f.get(v).lane(extract, 0);
  if (r.body.type === 'bool') f.i32Const(1).op('i32.and');
  f.set(result);
  return result;
}

/** Bytes of scratch memory for `spill`. */
export const spillBytes = ({ copies, spill }: Schedule, a: Analysis): number =>
  spill ? 32 * copies * a.reductions.length : 0;

// Pairs of accumulators through memory and back. V8 joins neighbouring operations to wider ones from stores on
// backwards, and the lanes of an accumulator are never stored: they are shuffled and widened, where it gives up.
function spill(c: Context, lists: readonly (readonly Local[])[]): void {
  if (!c.s.spill) return;
  const at = c.pointers[c.a.dtypes.length];
  const pairs = lists.flatMap((list) =>
    Array.from({ length: list.length >> 1 }, (_, i) => list.slice(2 * i, 2 * i + 2)),
  );
  const each = (body: (value: Local, offset: number) => void): void => {
    for (const [i, value] of pairs.flat().entries()) body(value, 16 * i);
  };
  each((value, offset) => c.f.get(at).get(value).mem('v128.store', offset));
  each((value, offset) => c.f.get(at).mem('v128.load', offset).set(value));
}

function vectorAccumulators(c: Context): Accumulators {
  const { f, s } = c;
  const block = s.mode === 'block';
  const list: Accumulator[] = c.a.reductions.map((r) => ({
    r,
    value: [],
    index: [],
    low: [],
    high: [],
  }));
  // sums are widened at the end in 'inner' mode anyway; in blocks only if they are long
  const wide = (r: Reduction): boolean => isWide(r) && (!block || s.flush !== undefined);
  const zero = (l: Local): void => {
    c.i32(0);
    f.set(l);
  };
  const flush = (copies: number): void => {
    spill(
      c,
      list.filter(({ r }) => wide(r)).map(({ value }) => value.slice(0, copies)),
    );
    for (const { r, value, low, high } of list) {
      if (!wide(r)) continue;
      if (!block)
        for (let u = 1; u < copies; u++)
          f.get(value[0]).get(value[u]).op('f32x4.add').set(value[0]);
      for (let u = 0; u < (block ? copies : 1); u++) {
        f.get(value[u]).op('f64x2.promote_low_f32x4').get(low[u]).op('f64x2.add').set(low[u]);
        f.get(value[u]).get(value[u]).shuffle32([2, 3, 2, 3]).op('f64x2.promote_low_f32x4');
        f.get(high[u]).op('f64x2.add').set(high[u]);
      }
      for (let u = 0; u < copies; u++) zero(value[u]);
    }
  };
  return {
    init(copies) {
      for (const { r, value, index, low, high } of list) {
        for (let u = 0; u < copies; u++) {
          value[u] ??= f.local('v128');
          pushIdentity(c, r);
          f.set(value[u]);
          if (isArg(r) || watchesNaN(r)) {
            index[u] ??= f.local('v128');
            zero(index[u]);
          }
          if (wide(r) && (block || u === 0)) {
            low[u] ??= f.local('v128');
            high[u] ??= f.local('v128');
            zero(low[u]);
            zero(high[u]);
          }
        }
      }
    },
    add(u, active) {
      for (const acc of list) {
        const { r, value, index } = acc;
        if (isArg(r)) {
          addArg(c, acc, u, block ? 4 : active);
          continue;
        }
        const x = f.local('v128');
        pushVector(c, r.body, u);
        if (active < 4 && !block) {
          pushIdentity(c, r);
          f.v128Const(laneMask(active)).op('v128.bitselect');
        }
        f.set(x).get(value[u]).get(x);
        if (watchesNaN(r)) {
          f.op(`f32x4.p${r.op as 'max' | 'min'}`).set(value[u]);
          f.get(x).get(x).op('f32x4.ne').get(index[u]).op('v128.or').set(index[u]);
        } else f.op(join(r)).set(value[u]);
        f.free(x);
      }
    },
    flush,
    finish(copies) {
      flush(copies);
      const others = list.filter(({ r }) => !wide(r));
      spill(
        c,
        others.flatMap(({ value, index }) => [value.slice(0, copies), index.slice(0, copies)]),
      );
      list.forEach((acc, k) => {
        const { r, value, index, low, high } = acc;
        if (watchesNaN(r)) {
          // all bits set is a NaN
          for (let u = 0; u < copies; u++)
            f.get(value[u]).get(index[u]).op('v128.or').set(value[u]);
        }
        if (!block) {
          if (!isArg(r) && !wide(r)) {
            for (let u = 1; u < copies; u++)
              f.get(value[0]).get(value[u]).op(join(r)).set(value[0]);
          }
          c.finished[k] = [collapse(c, acc)];
        } else if (wide(r)) {
          for (let u = 0; u < copies; u++) {
            f.get(low[u]).op('f32x4.demote_f64x2_zero').get(high[u]).op('f32x4.demote_f64x2_zero');
            f.shuffle32([0, 1, 4, 5]).set(value[u]);
          }
          c.finished[k] = value;
        } else c.finished[k] = isArg(r) ? index : value;
      });
    },
  };
}

/** Accumulators for the reductions of a kernel, as scalars or vectors by its schedule. */
export const accumulators = (c: Context): Accumulators =>
  c.s.mode === 'scalar' ? scalarAccumulators(c) : vectorAccumulators(c);
