// Attention backwards, one matrix at a time. With p the weights and g the cotangent of the result:
// dv = p^T g, d = p (g v^T - delta) scale, dq = d k, dk = d^T q. Blocks of keys outside, blocks of
// queries inside; p and d of one pair of blocks stay in cache, and results are summed in place.

import type { Local, ModuleBuilder } from '../wasm/assembler.ts';
import { emitLeft, emitPanels, type Left } from './attention-panels.ts';
import type { AttentionGradients, Pass } from './attention-pass.ts';
import { emitGradientRows, emitMask } from './attention-rows.ts';
import { type BlockSpec, emitBlock, roundUp, tileShape } from './tile.ts';

const ROWS = 64;
const COLUMNS = 128;

// near `wanted`, blocks of equal size, multiples of `step`
const blockSize = (total: number, wanted: number, step: number): number =>
  Math.min(total, roundUp(Math.ceil(total / Math.ceil(total / wanted)), step));

/** Emits backward(q, k, v, cotangent, lse, delta[, mask], dq, dk, dv, scratch). */
export const emitBackward = (m: ModuleBuilder, spec: AttentionGradients): Pass => {
  const { queries, keys, dim, valueDim, heads, causal, simd } = spec;
  const keyTile = tileShape(keys, simd);
  const dimTile = tileShape(dim, simd);
  const valueTile = tileShape(valueDim, simd);
  // multiples of the rows of every tile (6 or 12, 5 or 10), and of the panels of keys (4, 8 or 16)
  const step = simd === 'plain' ? 10 : 12;
  const rowBlock = blockSize(queries, ROWS, step);
  const colBlock = blockSize(keys, COLUMNS, { plain: 40, fused: 24, wide: 48 }[simd]);
  const stride = roundUp(colBlock, 8);

  const qLeft = emitLeft(m, spec.q, queries, dim, rowBlock, keyTile);
  const gLeft = emitLeft(m, spec.cotangent, queries, valueDim, rowBlock, keyTile);
  const kT = emitPanels(m, { depth: spec.k.col, lane: spec.k.row }, dim, keys, keyTile);
  const vT = emitPanels(m, { depth: spec.v.col, lane: spec.v.row }, valueDim, keys, keyTile);
  const kN = emitPanels(m, { depth: spec.k.row, lane: spec.k.col }, keys, dim, dimTile, colBlock);
  const qN = emitPanels(
    m,
    { depth: spec.q.row, lane: spec.q.col },
    queries,
    dim,
    dimTile,
    rowBlock,
  );
  const g = spec.cotangent;
  const gN = emitPanels(m, { depth: g.row, lane: g.col }, queries, valueDim, valueTile, rowBlock);
  const block = (
    a: BlockSpec['a'],
    b: { readonly step: number },
    c: Pick<BlockSpec, 'tile' | 'cRow' | 'rows' | 'cols' | 'accumulate'>,
  ) => emitBlock(m, { ...c, a, b: { packed: true, step: b.step }, simd });
  const square = { tile: keyTile, cRow: stride, rows: queries, cols: keys, accumulate: false };
  const scores = block(qLeft.a, kT, square);
  const weightsCotangent = block(gLeft.a, vT, square);
  const rowsOf = { row: stride, col: 1 };
  const columnsOf = { row: 1, col: stride };
  const sum = { accumulate: true };
  const queryPart = { tile: dimTile, cRow: heads * dim, rows: queries, cols: dim, ...sum };
  const keyPart = { tile: dimTile, cRow: heads * dim, rows: keys, cols: dim, ...sum };
  const valuePart = { tile: valueTile, cRow: heads * valueDim, rows: keys, cols: valueDim, ...sum };
  const toQuery = block(rowsOf, kN, queryPart);
  const toKey = block(columnsOf, qN, keyPart);
  const toValue = block(columnsOf, gN, valuePart);
  const rowsSpec = { stride, scale: spec.scale, causal, mask: spec.mask, simd };
  const mask = spec.mask ? emitMask(m, { ...rowsSpec, mask: spec.mask }) : -1;
  const gradient = emitGradientRows(m, rowsSpec, spec.lse.row, spec.delta.row);

  let scratchBytes = 0;
  const reserve = (bytes: number): number => {
    const offset = scratchBytes;
    scratchBytes += roundUp(bytes, 16);
    return offset;
  };
  const panels = [kT, vT, kN, qN, gN];
  const panelsAt = panels.map((p) => reserve(p.bytes));
  const leftAt = reserve(Math.max(qLeft.bytes, gLeft.bytes));
  const pAt = reserve(4 * rowBlock * stride);
  const dAt = reserve(4 * rowBlock * stride);

  const params = Array.from({ length: spec.mask ? 11 : 10 }, () => 'i32' as const);
  const index = m.func(params, [], (f, all) => {
    const [q, k, v, cotangent, lse, delta] = all as readonly Local[] as readonly [
      Local,
      Local,
      Local,
      Local,
      Local,
      Local,
    ];
    const [dq, dk, dv, scratch] = all.slice(-4);
    const [j, cols, r, rows, left] = f.several('i32', 5);
    const [p, d] = [f.local('i32'), f.local('i32')];
    const [kTAt, vTAt, kNAt, qNAt, gNAt] = panels.map((panel, i) => {
      const to = f.local('i32');
      f.get(scratch).i32Const(panelsAt[i]!).op('i32.add').set(to);
      panel.pack(f, [k, v, k, q, cotangent][i]!, to);
      return to;
    });
    const clip = (position: Local, size: number, total: number, to: Local) => {
      f.i32Const(total).get(position).op('i32.sub').tee(to).i32Const(size);
      f.get(to).i32Const(size).op('i32.lt_s').op('select').set(to);
    };
    const at = (base: Local, position: Local, floats: number) =>
      f
        .get(base)
        .get(position)
        .i32Const(4 * floats)
        .op('i32.mul')
        .op('i32.add');
    // to [rows, cols] = rows r.. of `from` times columns j.. of the panels at `right`
    const squareProduct = (
      fn: number,
      side: Left,
      from: Local,
      row: number,
      right: Local,
      depth: number,
      to: Local,
    ) => {
      const source = f.local('i32');
      at(from, r, row).set(source);
      f.get(scratch).i32Const(leftAt).op('i32.add').set(left);
      side.read(f, source, left, rows);
      f.get(left);
      at(right, j, depth).get(to).get(rows).get(cols).i32Const(depth).i32Const(0).call(fn);
      f.free(source);
    };
    // where pairs of blocks are left out, sums start at zero
    if (causal) {
      for (const [to, total, columns] of [
        [dq, queries, dim],
        [dk, keys, dim],
        [dv, keys, valueDim],
      ] as const) {
        f.get(to).set(p).i32Const(total).set(r);
        f.repeat(r, () => {
          f.get(p)
            .i32Const(0)
            .i32Const(4 * columns)
            .op('memory.fill');
          f.inc(p, 4 * heads * columns);
        });
      }
    }
    const add = (position: Local) => (causal ? f.i32Const(1) : f.get(position));
    f.get(scratch).i32Const(pAt).op('i32.add').set(p);
    f.get(scratch).i32Const(dAt).op('i32.add').set(d);
    f.for(j, 0, keys, colBlock, () => {
      clip(j, colBlock, keys, cols);
      f.for(r, 0, queries, rowBlock, () => {
        clip(r, rowBlock, queries, rows);
        const work = () => {
          squareProduct(scores, qLeft, q, spec.q.row, kTAt, dim, p);
          squareProduct(weightsCotangent, gLeft, cotangent, g.row, vTAt, valueDim, d);
          if (spec.mask) {
            const { row, col } = spec.mask;
            f.get(p);
            at(all[6]!, r, row)
              .get(j)
              .i32Const(4 * col)
              .op('i32.mul')
              .op('i32.add');
            f.get(rows).get(cols).call(mask);
          }
          f.get(p).get(d);
          at(lse, r, spec.lse.row);
          at(delta, r, spec.delta.row).get(rows).get(cols);
          f.get(r)
            .i32Const(keys - queries + 1)
            .op('i32.add')
            .get(j)
            .op('i32.sub')
            .call(gradient);
          f.get(d);
          at(kNAt, j, kN.blockBytes / (4 * colBlock));
          at(dq, r, heads * dim)
            .get(rows)
            .i32Const(dim)
            .get(cols);
          add(j).call(toQuery);
          f.get(d);
          at(qNAt, r, qN.blockBytes / (4 * rowBlock));
          at(dk, j, heads * dim)
            .get(cols)
            .i32Const(dim)
            .get(rows);
          add(r).call(toKey);
          f.get(p);
          at(gNAt, r, gN.blockBytes / (4 * rowBlock));
          at(dv, j, heads * valueDim)
            .get(cols)
            .i32Const(valueDim)
            .get(rows);
          add(r).call(toValue);
        };
        if (!causal) work();
        else {
          // the last row of the block sees the first key
          f.get(r)
            .get(rows)
            .op('i32.add')
            .i32Const(keys - queries)
            .op('i32.add');
          f.get(j).op('i32.gt_s').if(work);
        }
      });
    });
  });
  return { index, scratchBytes };
};
