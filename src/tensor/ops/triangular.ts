// Lower and upper triangles of the last two dimensions: what lies outside becomes zero, also NaN.

import * as is from '../arguments.ts';
import { defineOp } from '../define.ts';
import { computeType } from '../dtype.ts';
import { ShapeError } from '../errors.ts';
import * as ir from '../ir.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { toTensor } from './create.ts';
import { eachIndex } from './each-index.ts';

// keeps column - row <= offset ('lower') or >= offset ('upper')
const triangleOp = defineOp<{ readonly part: 'lower' | 'upper'; readonly offset: number }>({
  name: 'triangle',
  shape: ([x]) => {
    if (x.shape.length < 2) throw new ShapeError(`tril/triu: ${x} is not a matrix`);
    return { shape: x.shape, dtype: x.dtype };
  },
  vjp: (ct, { attrs }): Tensor[] => [triangleOp([ct], attrs)],
  lower: {
    kind: 'map',
    body: ([x], index, { attrs: { part, offset }, out }) => {
      const row = ir.add(ir.index(index[index.length - 2]), ir.constant(offset, 'i32'));
      const column = ir.index(index[index.length - 1]);
      const condition = part === 'lower' ? ir.le(column, row) : ir.le(row, column);
      return x(index, { condition, otherwise: ir.constant(0, computeType(out.dtype)) });
    },
  },
  reference: ([x], { attrs: { part, offset } }) => {
    const data = x.data.slice();
    eachIndex(x.shape, (at, i) => {
      const over = at[at.length - 1] - at[at.length - 2] - offset;
      if (part === 'lower' ? over > 0 : over < 0) data[i] = 0;
    });
    return data;
  },
  samples: [
    { inputs: [{ shape: [3, 3] }], attrs: { part: 'lower', offset: 0 } },
    { inputs: [{ shape: [2, 3, 2] }], attrs: { part: 'upper', offset: -1 } },
    { inputs: [{ shape: [2, 4], dtype: 'i32' }], attrs: { part: 'lower', offset: 1 } },
    { inputs: [{ shape: [0, 3] }], attrs: { part: 'upper', offset: 1 } },
  ],
});

const trilArgs = is.signature('tril', ['x', is.operand], ['offset', is.integer]);

/** Elements on and below the diagonal `offset` of [..., m, n], zeros above. @throws ShapeError */
export const tril = (x: TensorLike, offset = 0): Tensor => {
  trilArgs(x, offset);
  return triangleOp([toTensor(x)], { part: 'lower', offset });
};

const triuArgs = is.signature('triu', ['x', is.operand], ['offset', is.integer]);

/** Elements on and above the diagonal `offset` of [..., m, n], zeros below. @throws ShapeError */
export const triu = (x: TensorLike, offset = 0): Tensor => {
  triuArgs(x, offset);
  return triangleOp([toTensor(x)], { part: 'upper', offset });
};
