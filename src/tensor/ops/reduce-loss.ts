// What all losses share: how those of samples become one.
import type { Tensor } from '../tensor.ts';
import { mean, sum } from './reduce.ts';

/** How the losses of samples become one. */
export type Reduction = 'mean' | 'sum' | 'none';

/** Options of element-wise losses. */
export interface LossOptions {
  /** 'mean' (default), 'sum', or 'none' for the losses themselves. */
  readonly reduction?: Reduction;
}

/** The losses of samples as one, or as they are. */
export const reduceLoss = (loss: Tensor, { reduction = 'mean' }: LossOptions): Tensor =>
  reduction === 'none' ? loss : reduction === 'sum' ? sum(loss) : mean(loss);
