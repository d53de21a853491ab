// The passes over rows of scores between the products of an attention kernel: scaling and mask, softmax,
// and the gradient of the softmax. Rows lie `stride` floats apart in scratch memory, a multiple of four,
// so whole vectors may be read and written there; only masks and results have ragged ends.

import { emitVectorFunction, type MathTarget } from '../nest/float-math.ts';
import { FunctionBuilder, type Local, type ModuleBuilder } from '../wasm/assembler.ts';
import { isFused, type Simd } from '../wasm/simd.ts';
import { loadFloats, storeFloats } from './tile.ts';

/** What the passes share. */
export interface RowsSpec {
  /** Floats between rows of scores. */
  readonly stride: number;
  readonly scale: number;
  /** Strides of the mask if there is one: `emitMask` then scales and masks before the other passes. */
  readonly mask?: { readonly row: number; readonly col: number };
  /** Every row sees one key more than the row before it. */
  readonly causal: boolean;
  readonly simd: Simd;
}

// A score where a query may not look, and the least maximum of a row: in a row of hidden scores all
// exponentials are e^(HIDDEN - FLOOR) = 0, and no infinities meet.
const HIDDEN = -1e30;
const FLOOR = -1e20;

/** The functions' constants in locals that are set here, before the loops. */
const mathTarget = (
  f: FunctionBuilder,
  relaxed: boolean,
  names: readonly ('exp' | 'log')[],
): MathTarget => {
  const [floats, ints] = [new Map<number, Local>(), new Map<number, Local>()];
  const dry = new FunctionBuilder(['v128']);
  const note = (map: Map<number, Local>, set: (v: number) => FunctionBuilder) => (v: number) => {
    if (map.has(v)) return;
    const local = f.local('v128');
    map.set(v, local);
    set(v).set(local);
  };
  const f32 = note(floats, (v) => f.f32x4Const(v));
  const i32 = note(ints, (v) => f.i32x4Const(v));
  for (const name of names) emitVectorFunction({ f: dry, relaxed, f32, i32 }, name, dry.params[0]!);
  return {
    f,
    relaxed,
    f32: (v) => void f.get(floats.get(v) as Local),
    i32: (v) => void f.get(ints.get(v) as Local),
  };
};

/** Combines the lanes of a vector, so that every lane has the result. */
const joinLanes = (f: FunctionBuilder, x: Local, op: 'f32x4.add' | 'f32x4.pmax') => {
  for (const lanes of [
    [2, 3, 0, 1],
    [1, 0, 3, 2],
  ])
    f.get(x).get(x).get(x).shuffle32(lanes).op(op).set(x);
};

/** vectors, part = whole vectors and further lanes of the `visible` first of `cols` scores. */
const split = (
  f: FunctionBuilder,
  causal: boolean,
  cols: Local,
  visible: Local,
  vectors: Local,
  part: Local,
) => {
  if (causal) {
    f.get(visible).i32Const(0).get(visible).i32Const(0).op('i32.gt_s').op('select').set(part);
    f.get(part).get(cols).get(part).get(cols).op('i32.lt_s').op('select').set(part);
  } else f.get(cols).set(part);
  f.get(part).i32Const(2).op('i32.shr_u').set(vectors);
  f.get(part).i32Const(3).op('i32.and').set(part);
};

/** Runs `body` over `vectors` vectors: in pairs where vectors are joined, then the one that is left. */
const eachVectors = (
  f: FunctionBuilder,
  simd: Simd,
  vectors: Local,
  body: (count: 1 | 2) => void,
) => {
  if (simd !== 'wide') {
    f.repeat(vectors, () => body(1));
    return;
  }
  const pairs = f.local('i32');
  f.get(vectors).i32Const(1).op('i32.shr_u').set(pairs);
  f.repeat(pairs, () => void f.transient(() => body(2)));
  f.get(vectors)
    .i32Const(1)
    .op('i32.and')
    .if(() => body(1));
  f.free(pairs);
};

/** Pushes the mask of the lanes below `count` (1..3). */
const lanesBelow = (f: FunctionBuilder, count: Local) =>
  f
    .v128Const(new Uint8Array(new Int32Array([0, 1, 2, 3]).buffer))
    .get(count)
    .op('i32x4.splat')
    .op('i32x4.lt_s');

/** Stores zeros from `at` to the end of a row of `cols` scores, given what was done before. */
const clearRest = (
  f: FunctionBuilder,
  at: Local,
  row: Local,
  cols: Local,
  zero: Local,
  left: Local,
) => {
  f.get(row).get(cols).i32Const(2).op('i32.shl').op('i32.add').set(left);
  f.block((exit) => {
    f.loop((again) => {
      f.get(at).get(left).op('i32.ge_u').brIf(exit);
      f.get(at).get(zero).mem('v128.store');
      f.inc(at, 16).br(again);
    });
  });
};

/** Emits mask(s, mask, rows, cols): s = s scale + mask, hidden where the mask is below the floor. */
export const emitMask = (m: ModuleBuilder, spec: RowsSpec & { mask: object }): number => {
  const { row, col } = spec.mask as { row: number; col: number };
  return m.func(['i32', 'i32', 'i32', 'i32'], [], (f, [s, mask, rows, cols]) => {
    const [to, from, count] = [f.local('i32'), f.local('i32'), f.local('i32')];
    const [hidden, floor, scale] = [f.local('v128'), f.local('v128'), f.local('v128')];
    const [x, y] = [f.local('v128'), f.local('v128')];
    f.f32x4Const(HIDDEN).set(hidden).f32x4Const(FLOOR).set(floor);
    f.f32x4Const(spec.scale).set(scale);
    // y = additive mask, x = scores
    const apply = () => {
      f.madd(x, scale, y, isFused(spec.simd)).get(hidden);
      f.get(y).get(floor).op('f32x4.lt').op('v128.not').op('v128.bitselect').set(x);
    };
    f.repeat(rows, () => {
      f.get(s).set(to).get(mask).set(from).get(cols).set(count);
      if (col === 1) {
        const vectors = f.local('i32');
        f.get(cols).i32Const(2).op('i32.shr_u').set(vectors);
        f.get(cols).i32Const(3).op('i32.and').set(count);
        f.repeat(vectors, () => {
          f.get(to).mem('v128.load').set(x).get(from).mem('v128.load').set(y);
          apply();
          f.get(to).get(x).mem('v128.store');
          f.inc(to, 16).inc(from, 16);
        });
        f.free(vectors);
      }
      f.repeat(count, () => {
        f.get(to).mem('v128.load32_zero').set(x).get(from).mem('v128.load32_zero').set(y);
        apply();
        f.get(to).get(x).mem('v128.store32_lane', 0, 0);
        f.inc(to, 4).inc(from, 4 * col);
      });
      f.inc(s, 4 * spec.stride).inc(mask, 4 * row);
    });
  });
};

/**
 * Emits softmax(s, rows, cols, visible, lse, inverse): s = e^(s - m), inverse = 1 / sum and
 * lse = m + log(sum), or 0 for both in a row that sees nothing. `visible`: keys that the first row sees.
 */
export const emitSoftmaxRows = (m: ModuleBuilder, spec: RowsSpec): number => {
  const params = ['i32', 'i32', 'i32', 'i32', 'i32', 'i32'] as const;
  return m.func(params, [], (f, [s, rows, cols, visible, lse, inverse]) => {
    const [at, count, vectors, part] = f.several('i32', 4);
    const [top, sum, hidden, floor, scale, zero] = f.several('v128', 6);
    const [x, next] = f.several('v128', 2);
    const values = (n: 1 | 2) => [x, next].slice(0, n);
    const t = mathTarget(f, isFused(spec.simd), ['exp', 'log']);
    const scaled = !spec.mask && spec.scale !== 1;
    f.f32x4Const(HIDDEN).set(hidden).f32x4Const(FLOOR).set(floor).f32x4Const(spec.scale).set(scale);
    const load = (n: 1 | 2) => {
      values(n).forEach((v, u) => {
        f.get(at).mem('v128.load', 16 * u);
        if (scaled) f.get(scale).op('f32x4.mul');
        f.set(v);
      });
    };
    const store = (n: 1 | 2) => {
      for (const [u, v] of values(n).entries())
        f.get(at)
          .get(v)
          .mem('v128.store', 16 * u);
    };
    const keepTop = (n: 1 | 2) => {
      store(n);
      for (const v of values(n)) f.get(top).get(v).op('f32x4.pmax').set(top);
      f.inc(at, 16 * n);
    };
    f.repeat(rows, () => {
      split(f, spec.causal, cols, visible, vectors, part);
      f.get(s).set(at).get(floor).set(top).get(vectors).set(count);
      eachVectors(f, spec.simd, count, (n) => {
        load(n);
        keepTop(n);
      });
      f.get(part).if(() => {
        load(1);
        f.get(x).get(hidden);
        lanesBelow(f, part).op('v128.bitselect').set(x);
        keepTop(1);
        f.inc(vectors, 1);
      });
      joinLanes(f, top, 'f32x4.pmax');
      f.get(s).set(at).get(zero).set(sum);
      eachVectors(f, spec.simd, vectors, (n) => {
        values(n).forEach((v, u) => {
          f.get(at)
            .mem('v128.load', 16 * u)
            .get(top)
            .op('f32x4.sub')
            .set(v);
        });
        for (const v of values(n)) {
          emitVectorFunction(t, 'exp', v);
          f.set(v);
        }
        store(n);
        for (const v of values(n)) f.get(sum).get(v).op('f32x4.add').set(sum);
        f.inc(at, 16 * n);
      });
      if (spec.causal) clearRest(f, at, s, cols, zero, count);
      joinLanes(f, sum, 'f32x4.add');
      // a sum of 0 gives 0 for both, a NaN stays
      f.get(lse).get(zero).get(top);
      emitVectorFunction(t, 'log', sum);
      f.op('f32x4.add').get(sum).get(zero).op('f32x4.eq').op('v128.bitselect');
      f.mem('v128.store32_lane', 0, 0);
      f.get(inverse).get(zero).f32x4Const(1).get(sum).op('f32x4.div');
      f.get(sum).get(zero).op('f32x4.eq').op('v128.bitselect').mem('v128.store32_lane', 0, 0);
      f.inc(s, 4 * spec.stride)
        .inc(lse, 4)
        .inc(inverse, 4);
      if (spec.causal) f.inc(visible, 1);
    });
  });
};

/** Emits scale(c, inverse, rows): row i of c [rows, cols], `cRow` floats apart, times inverse[i]. */
export const emitScaleRows = (m: ModuleBuilder, cols: number, cRow: number): number =>
  m.func(['i32', 'i32', 'i32'], [], (f, [c, inverse, rows]) => {
    const [at, count] = [f.local('i32'), f.local('i32')];
    const [x, by] = [f.local('v128'), f.local('v128')];
    const vector = (width: number) => {
      loadFloats(f, at, 0, width);
      f.get(by).op('f32x4.mul').set(x);
      storeFloats(f, at, x, 0, width);
    };
    f.repeat(rows, () => {
      f.get(inverse).mem('v128.load32_splat').set(by);
      f.get(c)
        .set(at)
        .i32Const(Math.floor(cols / 4))
        .set(count);
      f.repeat(count, () => {
        vector(4);
        f.inc(at, 16);
      });
      if (cols % 4) vector(cols % 4);
      f.inc(c, 4 * cRow).inc(inverse, 4);
    });
  });

/**
 * Emits gradient(s, d, lse, delta, rows, cols, visible) for scores s and cotangents d of the weights:
 * s = p = e^(s - lse) and d = p (d - delta) scale, both 0 where a row does not see.
 */
export const emitGradientRows = (
  m: ModuleBuilder,
  spec: RowsSpec,
  lseStride: number,
  deltaStride: number,
): number => {
  const params = ['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32'] as const;
  return m.func(params, [], (f, [s, d, lse, delta, rows, cols, visible]) => {
    const [at, other, count, vectors, part] = f.several('i32', 5);
    const [logSum, less, scale, zero] = f.several('v128', 4);
    const [xs, ps] = [f.several('v128', 2), f.several('v128', 2)];
    const t = mathTarget(f, isFused(spec.simd), ['exp']);
    const scaled = !spec.mask && spec.scale !== 1;
    f.f32x4Const(spec.scale).set(scale);
    const step = (n: 1 | 2, keep?: () => void) => {
      const [x, p] = [xs.slice(0, n), ps.slice(0, n)];
      x.forEach((v, u) => {
        f.get(at).mem('v128.load', 16 * u);
        if (scaled) f.get(scale).op('f32x4.mul');
        f.get(logSum).op('f32x4.sub').set(v);
      });
      x.forEach((v, u) => {
        emitVectorFunction(t, 'exp', v);
        f.set(p[u]!);
      });
      x.forEach((v, u) => {
        f.get(p[u]!)
          .get(other)
          .mem('v128.load', 16 * u);
        f.get(less).op('f32x4.sub').get(scale).op('f32x4.mul').op('f32x4.mul').set(v);
      });
      for (const [to, values] of [
        [at, p],
        [other, x],
      ] as const) {
        values.forEach((value, u) => {
          f.get(to).get(value);
          keep?.();
          f.mem('v128.store', 16 * u);
        });
        f.inc(to, 16 * n);
      }
    };
    f.repeat(rows, () => {
      // lanes behind the last column are nobody's, so only causal rows need care
      if (spec.causal) split(f, true, cols, visible, vectors, part);
      else f.get(cols).i32Const(3).op('i32.add').i32Const(2).op('i32.shr_u').set(vectors);
      f.get(s).set(at).get(d).set(other);
      f.get(lse).mem('v128.load32_splat').set(logSum);
      f.get(delta).mem('v128.load32_splat').set(less);
      eachVectors(f, spec.simd, vectors, step);
      if (spec.causal) {
        f.get(part).if(() => step(1, () => lanesBelow(f, part).op('v128.and')));
        clearRest(f, at, s, cols, zero, count);
        clearRest(f, other, d, cols, zero, count);
        f.inc(visible, 1);
      }
      f.inc(s, 4 * spec.stride)
        .inc(d, 4 * spec.stride)
        .inc(lse, 4 * lseStride)
        .inc(delta, 4 * deltaStride);
    });
  });
};
