// Operations that compute nothing and exist for the tape: `alias` makes a fresh node for a value, so
// that a derivative with respect to it does not reach closures over the same tensor; `stopGradient`
// cuts the tape. `customVjp` puts the user's rule in place of the one that would be found.
import { defineOp, type OpDef } from '../tensor/define.ts';
import { toTensor } from '../tensor/ops/create.ts';
import { withGradient } from '../tensor/ops/custom-gradient.ts';
import type { Tensor, TensorLike } from '../tensor/tensor.ts';

const viewOfFirst = <A>(): Pick<OpDef<A>, 'shape' | 'lower' | 'reference'> => ({
  shape: ([x]) => ({ shape: x.shape, dtype: x.dtype }),
  lower: {
    kind: 'map',
    free: true,
    elementwise: true,
    identity: true,
    body: ([x], index) => x(index),
  },
  reference: ([x]) => x.data.slice(),
});

const aliasOp = defineOp<object>({
  name: 'alias',
  ...viewOfFirst(),
  vjp: (ct) => [ct],
  samples: [{ inputs: [{ shape: [2, 3] }], attrs: {} }],
});

const stopOp = defineOp<object>({
  name: 'stopGradient',
  ...viewOfFirst(),
  vjp: () => [null],
  samples: [],
});

/** The same value as a new node. */
export const alias = (x: Tensor): Tensor => {
  const t = aliasOp([x], {});
  t.weak = x.weak;
  t.label = x.label;
  return t;
};

/** The same value, constant for every derivative. */
export const stopGradient = (x: TensorLike): Tensor => stopOp([toTensor(x)], {});

/**
 * `f` with a gradient rule of your own: `rule(ct, inputs, out)` returns a cotangent (or null) for each
 * input. The rule is made of operations, so it can be differentiated in turn.
 */
export function customVjp(
  f: (...inputs: Tensor[]) => Tensor,
  rule: (ct: Tensor, inputs: readonly Tensor[], out: Tensor) => readonly (Tensor | null)[],
): (...inputs: TensorLike[]) => Tensor {
  return (...inputs) => {
    const args = inputs.map(toTensor);
    const value = f(...args.map(stopGradient));
    return withGradient(value, args, (ct, { operands, out }) => rule(ct, operands, out));
  };
}
