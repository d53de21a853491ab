// Attention forwards, one matrix at a time: k transposed and v are packed once, then blocks of rows of q
// make scores against all keys, a softmax in place, and the product with v. A block has so many rows
// that its scores stay in the second-level cache.

import type { Local, ModuleBuilder } from '../wasm/assembler.ts';
import { emitLeft, emitPanels } from './attention-panels.ts';
import type { AttentionMatrix, Pass } from './attention-pass.ts';
import { emitMask, emitScaleRows, emitSoftmaxRows } from './attention-rows.ts';
import { emitBlock, roundUp, tileShape } from './tile.ts';

/** Floats of scores in a block. */
const BLOCK = 32768;

/** Emits forward(q, k, v[, mask], o, lse, scratch). */
export const emitForward = (m: ModuleBuilder, spec: AttentionMatrix): Pass => {
  const { queries, keys, dim, valueDim, heads, causal, simd } = spec;
  const stride = roundUp(keys, 8);
  // a multiple of the rows of both products' tiles
  const step = 2 * tileShape(keys, simd).rows;
  const blocks = Math.ceil(queries / Math.max(step, Math.floor(BLOCK / stride)));
  const rowBlock = Math.min(queries, roundUp(Math.ceil(queries / blocks), step));
  const oRow = heads * valueDim;

  const scoreTile = tileShape(keys, simd);
  const valueTile = tileShape(valueDim, simd);
  const left = emitLeft(m, spec.q, queries, dim, rowBlock, scoreTile);
  const kPanels = emitPanels(m, { depth: spec.k.col, lane: spec.k.row }, dim, keys, scoreTile);
  const vPanels = emitPanels(m, { depth: spec.v.row, lane: spec.v.col }, keys, valueDim, valueTile);
  const scores = emitBlock(m, {
    tile: scoreTile,
    a: left.a,
    b: { packed: true, step: kPanels.step },
    cRow: stride,
    rows: queries,
    cols: keys,
    accumulate: false,
    simd,
  });
  const values = emitBlock(m, {
    tile: valueTile,
    a: { row: stride, col: 1 },
    b: { packed: true, step: vPanels.step },
    cRow: oRow,
    rows: queries,
    cols: valueDim,
    accumulate: false,
    simd,
  });
  const rowsSpec = { stride, scale: spec.scale, causal, mask: spec.mask, simd };
  const mask = spec.mask ? emitMask(m, { ...rowsSpec, mask: spec.mask }) : -1;
  const softmax = emitSoftmaxRows(m, rowsSpec);
  const scaleRows = emitScaleRows(m, valueDim, oRow);

  const vAt = kPanels.bytes;
  const leftAt = vAt + vPanels.bytes;
  const inverseAt = leftAt + left.bytes;
  const scoresAt = inverseAt + 4 * roundUp(rowBlock, 4);
  const scratchBytes = scoresAt + 4 * rowBlock * stride;

  const count = spec.mask ? 7 : 6;
  const params = Array.from({ length: count }, () => 'i32' as const);
  const index = m.func(params, [], (f, all) => {
    const [q, k, v] = all;
    const maskAt = spec.mask ? all[3] : undefined;
    const [o, lse, scratch] = all.slice(-3);
    const [r, rows, cols, a] = f.several('i32', 4);
    const at = (offset: number) => f.get(scratch).i32Const(offset).op('i32.add');
    kPanels.pack(f, k, scratch);
    const vTo = f.local('i32');
    at(vAt).set(vTo);
    vPanels.pack(f, v, vTo);
    f.i32Const(keys).set(cols);
    f.for(r, 0, queries, rowBlock, () => {
      f.i32Const(queries).get(r).op('i32.sub').tee(rows).i32Const(rowBlock);
      f.get(rows).i32Const(rowBlock).op('i32.lt_s').op('select').set(rows);
      if (causal) causalColumns(r, rows, cols);
      at(leftAt).set(a);
      left.read(f, q, a, rows);
      f.get(a).get(scratch);
      at(scoresAt).get(rows).get(cols).i32Const(dim).i32Const(0).call(scores);
      if (maskAt && spec.mask) {
        at(scoresAt).get(maskAt).get(rows).get(cols).call(mask);
        f.inc(maskAt, 4 * rowBlock * spec.mask.row);
      }
      at(scoresAt)
        .get(rows)
        .get(cols)
        .get(r)
        .i32Const(keys - queries + 1)
        .op('i32.add')
        .get(lse);
      at(inverseAt).call(softmax);
      at(scoresAt).get(vTo).get(o).get(rows).i32Const(valueDim).get(cols).i32Const(0).call(values);
      f.get(o);
      at(inverseAt).get(rows).call(scaleRows);
      f.inc(q, 4 * rowBlock * spec.q.row)
        .inc(o, 4 * rowBlock * oRow)
        .inc(lse, 4 * rowBlock);
    });

    // whole panels up to the last key that the block's last row sees, at least one
    function causalColumns(first: Local, length: Local, to: Local): void {
      const { cols: panel } = scoreTile;
      f.get(first)
        .get(length)
        .op('i32.add')
        .i32Const(keys - queries + panel - 1)
        .op('i32.add');
      f.i32Const(-panel).op('i32.and').set(to);
      f.i32Const(panel).get(to).get(to).i32Const(panel).op('i32.lt_s').op('select').set(to);
      f.i32Const(keys).get(to).get(to).i32Const(keys).op('i32.gt_s').op('select').set(to);
    }
  });
  return { index, scratchBytes };
};
