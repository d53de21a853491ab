// The gated recurrent unit (Cho et al. 2014, arXiv:1406.1078) and the parametric rectifier.

import * as is from '../tensor/arguments.ts';
import { sigmoid } from '../tensor/ops/activations.ts';
import { add, maximum, minimum, mul, sub } from '../tensor/ops/arithmetic.ts';
import { full } from '../tensor/ops/create.ts';
import { split } from '../tensor/ops/rearrange.ts';
import { tanh } from '../tensor/ops/transcendental.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { fanInUniform } from './initializers.ts';
import { Linear, type LinearParams } from './linear.ts';
import type { Module } from './module.ts';
import { checked } from './params-check.ts';
import { initParts } from './parts.ts';

/** Input and hidden projections to the gates reset, update, new: [in, 3 hidden], [hidden, 3 hidden]. */
export interface GruParams {
  readonly input: LinearParams;
  readonly hidden: LinearParams;
}

const gruCellArgs = is.signature('nn.GRUCell', ['inputs', is.size], ['hidden', is.size]);

/**
 * One step of a GRU: x [n, inputs], h [n, hidden] -> h' [n, hidden];
 * h' = (1 - z) tanh(Wx + r (Uh + b)) + z h, the reset gate after the product, as PyTorch's GRUCell.
 */
export function GRUCell(inputs: number, hidden: number): Module<GruParams, [x: Tensor, h: Tensor]> {
  gruCellArgs(inputs, hidden);
  const bound = fanInUniform(hidden);
  const options = { weightInit: bound, biasInit: bound };
  const parts = {
    input: Linear(inputs, 3 * hidden, options),
    hidden: Linear(hidden, 3 * hidden, options),
  };
  return checked('nn.GRUCell', {
    init: (key) => initParts(parts, key),
    apply: (params, x, h) => {
      const [xr, xz, xn] = split(parts.input.apply(params.input, x), hidden, -1);
      const [hr, hz, hn] = split(parts.hidden.apply(params.hidden, h), hidden, -1);
      const r = sigmoid(add(xr, hr));
      const z = sigmoid(add(xz, hz));
      const n = tanh(add(xn, mul(r, hn)));
      return add(n, mul(z, sub(h, n)));
    },
  });
}

const preluArgs = is.signature('nn.PReLU', ['channels', is.size], ['slope', is.number]);

/** max(x, 0) + w min(x, 0) with a learned slope w per channel [c] (or one), starting at `slope` 0.25. */
export const PReLU = (channels = 1, slope = 0.25): Module<{ readonly w: Tensor }> => {
  preluArgs(channels, slope);
  return checked('nn.PReLU', {
    init: () => ({ w: full([channels], slope) }),
    apply: ({ w }, x) => add(maximum(x, 0), mul(w, minimum(x, 0))),
  });
};
