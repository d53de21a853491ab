// The transformer that both towers of CLIP are made of: blocks with the norms before each sublayer,
// x + attention(norm(x)), then x + mlp(norm(x)) (Radford et al. 2021, arXiv:2103.00020, section 2.4),
// under the names of transformers' CLIPEncoder.

import { initParts, LayerNorm, type Module } from '../nn/index.ts';
import { checked } from '../nn/params-check.ts';
import type { AttentionOptions } from '../tensor/ops/attention.ts';
import { add, attention, random } from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type CLIPTowerConfig, clipActivation } from './clip-config.ts';
import { normalLinear } from './normal-linear.ts';

/** A table or token that is a parameter by itself, under its own name; normal of deviation `std`. */
export const table = (shape: readonly number[], std: number): Module<Tensor> => ({
  init: (key) => random.normal(key, shape, { std }),
  apply: (params) => params,
});

/**
 * The blocks of a tower as a module: x [n, tokens, hidden_size] -> x and the output of every block. Drawn
 * as transformers does: deviations d^-1/2 and, damped for L blocks, d^-1/2 (2 L)^-1/2.
 */
export function clipEncoder(config: CLIPTowerConfig) {
  const { hidden_size: d, intermediate_size: inner, num_hidden_layers: count } = config;
  const { num_attention_heads: heads, layer_norm_eps: eps, initializer_factor: factor } = config;
  const plain = factor * d ** -0.5;
  const damped = plain * (2 * count) ** -0.5;
  const layer = {
    self_attn: {
      k_proj: normalLinear(d, d, damped),
      v_proj: normalLinear(d, d, damped),
      q_proj: normalLinear(d, d, damped),
      out_proj: normalLinear(d, d, plain),
    },
    layer_norm1: LayerNorm(d, { eps }),
    mlp: {
      fc1: normalLinear(d, inner, factor * (2 * d) ** -0.5),
      fc2: normalLinear(inner, d, damped),
    },
    layer_norm2: LayerNorm(d, { eps }),
  };
  const parts = { layers: Array.from({ length: count }, () => layer) };
  const { self_attn: attn, mlp } = layer;
  const act = clipActivation(config.hidden_act);
  const init = (key: Tensor) => initParts(parts, key);

  const apply = (
    { layers }: ReturnType<typeof init>,
    x: Tensor,
    sees: AttentionOptions,
  ): Tensor[] => {
    const states = [x];
    for (const p of layers) {
      const before = states[states.length - 1];
      const y = layer.layer_norm1.apply(p.layer_norm1, before);
      const [q, k, v] = (['q_proj', 'k_proj', 'v_proj'] as const).map((name) =>
        attn[name].apply(p.self_attn[name], y),
      );
      const seen = attention(q, k, v, { ...sees, heads }); // [n, tokens, d]
      const h = add(before, attn.out_proj.apply(p.self_attn.out_proj, seen));
      const hidden = act(mlp.fc1.apply(p.mlp.fc1, layer.layer_norm2.apply(p.layer_norm2, h)));
      states.push(add(h, mlp.fc2.apply(p.mlp.fc2, hidden)));
    }
    return states;
  };
  return checked('models.clipEncoder', { init, apply });
}
