// What a PyTorch module is built with and called on. Constructor arguments and inputs that an adapter would
// not look at are refused, so that nothing is ignored.
import type { Tensor } from '../../../src/tensor/tensor.ts';
import { type GoldenCase, Unsupported } from '../contract.ts';

/** Tensors by name. */
export type Named = Record<string, Tensor>;
/** Constructor arguments. Values have the types that PyTorch documents; `never` fits them all. */
export type Config = Readonly<Record<string, never>>;

/** What a module sees of a case. */
export interface Call {
  readonly c: GoldenCase;
  readonly config: Config;
  readonly x: Named;
  readonly p: Named;
  readonly buffers: Named;
}

// constructor arguments that may be given as long as they ask for what happens anyway
const defaults: Readonly<Record<string, unknown>> = {
  dropout: 0,
  padding_mode: 'zeros',
  add_bias_kv: false,
  add_zero_attn: false,
  track_running_stats: true,
  padding_idx: null,
  max_norm: null,
  norm_type: 2,
  scale_grad_by_freq: false,
  sparse: false,
  inplace: false,
  device: null,
  dtype: null,
};

/** Refuses constructor arguments beyond `names` unless they have their defaults. */
export function takes({ c, config }: Call, names: string): void {
  for (const [key, value] of Object.entries(config)) {
    if (names.split(' ').includes(key)) continue;
    const idle = key === 'dropout' && !c.train;
    if (key in defaults && (idle || (defaults[key] as unknown) === value)) continue;
    throw new Unsupported(`${c.module} with ${key}=${JSON.stringify(value)}`);
  }
}

/** Refuses inputs that the adapter would not look at. */
export function reads({ c, x }: Call, names: string): void {
  const other = Object.keys(x).find((k) => !names.split(' ').includes(k));
  if (other !== undefined) throw new Unsupported(`${c.module} with the input ${other}`);
}
