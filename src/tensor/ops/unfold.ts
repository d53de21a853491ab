// im2col: the windows of an image side by side, as the rows of a matrix, and its adjoint, which adds
// the windows back into an image.
import * as is from '../arguments.ts';
import { ShapeError } from '../errors.ts';
import type { Tensor, TensorLike } from '../tensor.ts';
import { toTensor } from './create.ts';
import { reshape } from './views.ts';
import { type Padding, type Pair, pair, windows } from './window.ts';
import { addTaps, tapsOf } from './window-taps.ts';

/** How the windows of `unfold` and `fold` slide. */
export interface UnfoldOptions {
  /** Step between windows (default 1). */
  readonly stride?: Pair;
  /** Zeros around the image (default 0). */
  readonly padding?: Padding;
  /** Step between the taps of a window (default 1). */
  readonly dilation?: Pair;
}

const unfoldOptionsKind = is.options<UnfoldOptions>({
  stride: is.optional(is.sizes),
  padding: is.optional(is.padding),
  dilation: is.optional(is.sizes),
});
const unfoldArgs = is.signature(
  'unfold',
  ['input', is.operand],
  ['kernel', is.sizes],
  ['options', unfoldOptionsKind],
);

/**
 * Windows of an image as vectors: x [n, h, w, c] -> [n, oh, ow, kh * kw * c], the last axis in the
 * order of a convolution weight (row, column, channel); outside the image are zeros.
 * @throws ShapeError if x has no four dimensions or the window does not fit
 */
export function unfold(input: TensorLike, kernel: Pair, options: UnfoldOptions = {}): Tensor {
  unfoldArgs(input, kernel, options);
  const x = toTensor(input);
  if (x.rank !== 4) throw new ShapeError(`unfold: needs x [n, h, w, c], got ${x}`);
  const [n, h, w, c] = x.shape;
  const k = pair(kernel, 'unfold: kernel');
  const g = { n, c, ...windows([h, w], k, options, 'unfold') };
  return reshape(tapsOf(x, g), [n, g.oh, g.ow, g.kh * g.kw * c]);
}

const foldArgs = is.signature(
  'fold',
  ['input', is.operand],
  ['size', is.shape],
  ['kernel', is.sizes],
  ['options', unfoldOptionsKind],
);

/**
 * Adds windows [n, oh, ow, kh * kw * c] back into images [n, h, w, c] of a `size` [h, w], as the adjoint
 * of `unfold`. Pixels that several windows contain get the sum.
 * @throws ShapeError if the windows are not those of an image of that size
 */
export function fold(
  input: TensorLike,
  size: readonly [number, number],
  kernel: Pair,
  options: UnfoldOptions = {},
): Tensor {
  foldArgs(input, size, kernel, options);
  const y = toTensor(input);
  const k = pair(kernel, 'fold: kernel');
  const g = windows(size, k, options, 'fold');
  const c = y.shape[3] / (g.kh * g.kw);
  if (y.rank !== 4 || y.shape[1] !== g.oh || y.shape[2] !== g.ow || !Number.isInteger(c)) {
    throw new ShapeError(
      `fold: needs [n, ${g.oh}, ${g.ow}, ${g.kh * g.kw} c] for an image of ${size[0]}x${size[1]}, got ${y}`,
    );
  }
  const n = y.shape[0];
  return addTaps(reshape(y, [n, g.oh, g.ow, g.kh, g.kw, c]), { n, c, ...g });
}
