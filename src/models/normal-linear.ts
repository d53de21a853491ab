// The linear layer of transformers' published code.
import { normal, zeros } from '../nn/initializers.ts';
import { Linear } from '../nn/linear.ts';

/** [..., inputs] -> [..., outputs]; weights start normal of deviation `std`, biases at zero. */
export const normalLinear = (inputs: number, outputs: number, std: number, bias = true) =>
  Linear(inputs, outputs, { bias, weightInit: normal(std), biasInit: zeros });
