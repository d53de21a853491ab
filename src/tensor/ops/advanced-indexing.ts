// NumPy's square brackets as a function: `at(x, [1, null, '...', { step: -1 }, rows])`. Integers
// and slices become views; integer tensors are broadcast together and become one gather. Boolean
// masks give as many elements as they have trues, which a lazy graph cannot know, so these
// functions wait for them.
import * as is from '../arguments.ts';
import { DTypeError, ShapeError } from '../errors.ts';
import { broadcastShapes, formatShape, sameShape, sizeOf } from '../shape.ts';
import { Tensor, type TensorLike } from '../tensor.ts';
import { tensor, toTensor } from './create.ts';
import { gatherAxis } from './gather-scatter.ts';
import { indexTensor, ravelIndex } from './index-tensors.ts';
import { take } from './indexing.ts';
import { slice } from './layout.ts';
import { type SliceSpec, sliceSpec } from './slicing.ts';
import { broadcastTo, reshape, transpose } from './views.ts';

/**
 * One part of an index: a position, a new axis, "all further axes", a slice, or integer positions.
 */
export type IndexPart = number | '...' | SliceSpec | Tensor;

// One dimension of the result of the basic part, and the positions that advanced parts take from
// it.
interface Axis {
  readonly size: number;
  readonly positions?: Tensor;
}

const isTensor = (p: IndexPart): p is Tensor => p instanceof Tensor;
const isSpan = (p: IndexPart): p is Exclude<SliceSpec, null> =>
  typeof p === 'object' && p !== null && !isTensor(p);

const atArgs = is.signature(
  'at',
  ['input', is.operand],
  ['parts', is.list(is.either(is.quantity, is.oneOf('...'), sliceSpec))],
);

/**
 * Part of `x` under NumPy's rules for x[...]. Integers drop an axis, null adds one, '...' stands
 * for as many axes as are left. Integer tensors (and integers beside them) broadcast to one shape,
 * which replaces their axes if these are neighbours and comes first otherwise.
 * @throws ShapeError on known indices out of range (unknown ones read NaN, or 0 for integers) or
 * too many
 *   parts; DTypeError on masks, whose results have a shape only known later: see `booleanIndex`
 */
export function at(input: TensorLike, parts: readonly IndexPart[]): Tensor {
  atArgs(input, parts);
  const x = toTensor(input);
  const what = `at of ${x}`;
  const used = parts.filter((p) => p !== null && p !== '...').length;
  const dots = parts.filter((p) => p === '...').length;
  if (used > x.rank || dots > 1) {
    throw new ShapeError(`${what}: ${used} indices and ${dots} ellipses for ${x.rank} dimensions`);
  }
  const all = dots === 1 ? parts : [...parts, '...' as const];
  const full = all.flatMap((p): IndexPart[] =>
    p === '...' ? new Array<IndexPart>(x.rank - used).fill({}) : [p],
  );
  const advanced = full.some(isTensor);
  const specs: SliceSpec[] = [];
  const axes: Axis[] = [];
  for (const p of full) {
    if (p === null) {
      axes.push({ size: 1 });
      continue;
    }
    const n = x.shape[specs.length];
    const whole = isSpan(p) ? p : {};
    if (isTensor(p) || (typeof p === 'number' && advanced)) {
      if (isTensor(p) && p.dtype === 'bool') {
        throw new DTypeError(`${what}: ${p} is a mask; use \`await booleanIndex(x, mask)\``);
      }
      axes.push({ size: n, positions: indexTensor(p, n, what) });
      specs.push({});
    } else if (typeof p === 'number') {
      if (!Number.isInteger(p) || p < -n || p >= n) {
        throw new ShapeError(`${what}: index ${p} is out of range for axis ${specs.length}`);
      }
      specs.push([p, p === -1 ? null : p + 1]);
    } else {
      specs.push(whole);
      axes.push({ size: -1 });
    }
  }
  const sliced = slice(x, ...specs);
  // sizes of what slices left, in order, with dropped and new axes applied
  let d = 0;
  const shape: number[] = [];
  for (const p of full) {
    if (p === null) shape.push(1);
    else if (typeof p === 'number' && !advanced) d++;
    else shape.push(sliced.shape[d++]);
  }
  const y = reshape(sliced, shape);
  return advanced ? pick(y, axes) : y;
}

// Takes the positions of all advanced axes at once: they are brought together and merged into one.
function pick(x: Tensor, axes: readonly Axis[]): Tensor {
  const chosen = axes.flatMap((a, d) => (a.positions ? [d] : []));
  const rest = axes.flatMap((a, d) => (a.positions ? [] : [d]));
  const together = chosen.every((d, k) => d === chosen[0] + k);
  const front = together ? chosen[0] : 0;
  const y = together ? x : transpose(x, [...chosen, ...rest]);
  const positions = chosen.map((d) => axes[d].positions as Tensor);
  const common = positions.map((p) => p.shape).reduce((a, b) => [...broadcastShapes(a, b, 'at')]);
  const sizes = chosen.map((d) => x.shape[d]);
  if (chosen.length === 1) return gatherAxis(y, positions[0], front);
  const merged = [
    ...y.shape.slice(0, front),
    sizeOf(sizes),
    ...y.shape.slice(front + chosen.length),
  ];
  const flat = ravelIndex(
    positions.map((p) => broadcastTo(p, common)),
    sizes,
  );
  return gatherAxis(reshape(y, merged), flat, front);
}

const nonzeroArgs = is.signature('nonzero', ['input', is.operand]);

/**
 * Positions of the elements that are not zero, row-major: x [...] of rank r gives i32 [count, r].
 * Waits for the values. @throws WgradError inside traced functions, where values are not known
 */
export async function nonzero(input: TensorLike): Promise<Tensor> {
  nonzeroArgs(input);
  const x = toTensor(input);
  const data = await x.data();
  const found: number[] = [];
  for (let i = 0; i < data.length; i++) {
    if (data[i] === 0) continue;
    let stride = data.length;
    let rest = i;
    for (const n of x.shape) {
      stride /= n;
      found.push(Math.floor(rest / stride));
      rest %= stride;
    }
  }
  const count = x.rank === 0 ? +(data[0] !== 0) : found.length / x.rank;
  return tensor(Int32Array.from(found), { shape: [count, x.rank] });
}

const booleanIndexArgs = is.signature('booleanIndex', ['input', is.operand], ['mask', is.operand]);

/**
 * Elements where a mask is true: x [a, b, c] with mask [a, b] gives [count, c]. Waits for the mask;
 * differentiable in x. @throws ShapeError if the mask does not have the leading dimensions of x
 */
export async function booleanIndex(input: TensorLike, mask: TensorLike): Promise<Tensor> {
  booleanIndexArgs(input, mask);
  const x = toTensor(input);
  const m = toTensor(mask);
  if (m.dtype !== 'bool') throw new DTypeError(`booleanIndex: the mask ${m} is not bool`);
  if (!sameShape(m.shape, x.shape.slice(0, m.rank))) {
    throw new ShapeError(
      `booleanIndex: mask ${m} does not cover the leading dimensions of ${formatShape(x.shape)}`,
    );
  }
  const data = await m.data();
  const rows: number[] = [];
  data.forEach((v, i) => {
    if (v !== 0) rows.push(i);
  });
  const flat = reshape(x, [m.size, ...x.shape.slice(m.rank)]);
  return take(flat, tensor(Int32Array.from(rows)), 0);
}
