// In which precision sums and functions are computed.
import type { Tensor, TensorLike } from '../tensor.ts';
import { toTensor } from './create.ts';
import { cast } from './views.ts';

/** f16 as f32; others, integers too, as they are. */
export const widenHalf = (x: TensorLike): Tensor => {
  const t = toTensor(x);
  return t.dtype === 'f16' ? cast(t, 'f32') : t;
};

/** Anything as f32, or f64 if it is that. */
export const asFloat = (x: TensorLike): Tensor => {
  const t = toTensor(x);
  return t.dtype === 'f32' || t.dtype === 'f64' ? t : cast(t, 'f32');
};
