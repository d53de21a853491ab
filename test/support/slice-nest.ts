// A run of rows of a nest as a nest of its own, for checks of row groups.
import { nestKey } from '../../src/compiler/nest-key.ts';
import type { NestKernel } from '../../src/compiler/program.ts';
import { rewriter } from '../../src/compiler/rewrite.ts';
import * as ix from '../../src/tensor/index-expr.ts';
import * as ir from '../../src/tensor/ir.ts';

/** The nest over `count` rows; buffers advance by `rowStrides` elements for each row skipped. */
export function sliceNest(kernel: NestKernel, count: number): NestKernel {
  ir.resetExpressions();
  const first = count === 1 ? ix.constant(0) : ix.axis('i0', count);
  // an axis of one row vanishes, and the axes behind it move up
  const shift = count === 1 ? 1 : 0;
  const rewrite = rewriter({
    axis: (name, size) =>
      name === 'i0'
        ? first
        : name[0] === 'i'
          ? ix.axis(`i${Number(name.slice(1)) - shift}`, size)
          : ix.axis(name, size),
  });
  const { key: _, inPlace, axes, ...others } = kernel;
  const sliced = {
    ...others,
    axes: [...(count === 1 ? [] : [count]), ...axes.slice(1)],
    reductions: kernel.reductions.map((r) => ({ op: r.op, body: rewrite(r.body) })),
    results: kernel.results.map(rewrite),
  };
  return { ...sliced, inPlace, key: nestKey(sliced) };
}
