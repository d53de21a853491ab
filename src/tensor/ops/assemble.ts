// Joining tensors of any shapes in one flat tensor, at given places. The result is one stretch of memory that
// many kernels fill, each its own part, so gradients of many parameters need no copy to lie side by side.
import * as is from '../arguments.ts';
import { defineOp } from '../define.ts';
import { DTypeError, ShapeError } from '../errors.ts';
import { sizeOf } from '../shape.ts';
import type { Tensor } from '../tensor.ts';
import { slice } from './layout.ts';
import { reshape } from './views.ts';

interface AssembleAttrs {
  /** First element of each operand in the result. */
  readonly starts: readonly number[];
  /** Elements of the result. */
  readonly size: number;
}

const assembleOp = defineOp<AssembleAttrs>({
  name: 'assemble',
  shape: (inputs, { starts, size }) => {
    const [first] = inputs;
    if (!first || starts.length !== inputs.length) {
      throw new ShapeError(`assemble: ${starts.length} places for ${inputs.length} tensors`);
    }
    let end = 0;
    inputs.forEach((x, k) => {
      if (x.dtype !== first.dtype) {
        throw new DTypeError(`assemble: dtypes ${first.dtype} and ${x.dtype} differ`);
      }
      if (!Number.isInteger(starts[k]) || starts[k] < end) {
        throw new ShapeError(
          `assemble: operand ${k} starts at ${starts[k]}, where the one before ends at ${end}`,
        );
      }
      end = starts[k] + sizeOf(x.shape);
    });
    if (end > size) throw new ShapeError(`assemble: ${end} elements do not fit into ${size}`);
    return { shape: [size], dtype: first.dtype };
  },
  vjp: (ct, { inputs, attrs: { starts } }) =>
    inputs.map((x, k) => reshape(slice(ct, [starts[k], starts[k] + x.size]), x.shape)),
  lower: { kind: 'assemble', starts: ({ attrs }) => attrs.starts },
  reference: (inputs, { attrs: { starts, size } }) => {
    const out = new Float64Array(size);
    inputs.forEach((x, k) => {
      out.set(x.data, starts[k]);
    });
    return out;
  },
  samples: [
    { inputs: [{ shape: [2, 3] }, { shape: [] }], attrs: { starts: [0, 6], size: 7 } },
    { inputs: [{ shape: [5] }, { shape: [2, 2] }], attrs: { starts: [1, 64], size: 70 } },
    { inputs: [{ shape: [0] }, { shape: [3] }], attrs: { starts: [0, 64], size: 67 } },
  ],
});

const assembleArgs = is.signature(
  'assemble',
  ['tensors', is.list(is.tensor)],
  ['starts', is.shape],
  ['size', is.size],
);

/**
 * A flat tensor [size] with the elements of tensor k, row-major, from `starts[k]` on and zeros elsewhere.
 * Tensors are of one dtype; places must be in order and must not overlap. @throws ShapeError, DTypeError
 */
export const assemble = (
  tensors: readonly Tensor[],
  starts: readonly number[],
  size: number,
): Tensor => {
  assembleArgs(tensors, starts, size);
  return assembleOp(tensors, { starts: [...starts], size });
};
