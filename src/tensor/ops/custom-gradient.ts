// A value with a gradient rule of its own. Some formulas (softmax, norms) are cheap to differentiate by
// hand and wasteful step by step. Their value is composed of plain operations; `withGradient` hides
// the composition from the tape and puts a rule in its place. The rule is made of operations too, so
// derivatives of every order exist. It computes nothing itself: its lowering is the identity.
import * as is from '../arguments.ts';
import { defineOp } from '../define.ts';
import type { Tensor } from '../tensor.ts';

/** Cotangents of the operands (null: none), from that of the result. Closes over no tensors. */
export type GradientRule = (
  ct: Tensor,
  call: {
    readonly operands: readonly Tensor[];
    readonly out: Tensor;
    readonly needs: readonly boolean[];
  },
) => readonly (Tensor | null)[];

const withGradientOp = defineOp<{ readonly rule: GradientRule }>({
  name: 'withGradient',
  shape: ([value]) => ({ shape: value.shape, dtype: value.dtype }),
  vjp: (ct, { inputs: [, ...operands], out, attrs, needs }) => [
    null,
    ...attrs.rule(ct, { operands, out, needs: needs.slice(1) }),
  ],
  lower: {
    kind: 'map',
    free: true,
    elementwise: true,
    identity: true,
    body: ([value], index) => value(index),
  },
  reference: ([value]) => value.data.slice(),
  samples: [],
});

const withGradientArgs = is.signature(
  'withGradient',
  ['value', is.tensor],
  ['operands', is.list(is.tensor)],
  ['rule', is.func],
);

/**
 * `value`, differentiated by `rule` with respect to `operands` instead of the way it was computed.
 * Whatever the rule needs must be among the operands or the result, so that a copied graph stays whole.
 */
export const withGradient = (
  value: Tensor,
  operands: readonly Tensor[],
  rule: GradientRule,
): Tensor => {
  withGradientArgs(value, operands, rule);
  return withGradientOp([value, ...operands], { rule });
};
