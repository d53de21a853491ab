// Sizes and options of GPT-2, as minGPT and as GPT-2's config.json write them.

import * as is from '../tensor/arguments.ts';
import { WgradError } from '../tensor/errors.ts';
import { gelu, geluTanh, relu, silu } from '../tensor/ops/activations.ts';
import type { Tensor } from '../tensor/tensor.ts';
import * as kinds from './argument-kinds.ts';
import { choose, type Options, readConfig } from './config.ts';
import type { Given, GptConfig, GptOptions } from './gpt-options.ts';

// what config.json says besides: about other tasks, about generating, or about who wrote the file
const notes =
  /^(_.*|summary_.*|task_specific_params|architectures|model_type|n_ctx|use_cache|torch_dtype|dtype|transformers_version|(bos|eos|pad)_token_id|gradient_checkpointing)$/;

const activations: Record<string, (x: Tensor) => Tensor> = {
  gelu_new: geluTanh,
  gelu_pytorch_tanh: geluTanh,
  gelu,
  relu,
  silu,
};

const gptActivationArgs = is.signature('models.gptActivation', [
  'o',
  is.record('a gpt options', 'vocab_size', 'block_size', 'n_layer', 'n_head'),
]);

/** The activation of the feed-forward networks. @throws WgradError for unknown names */
export const gptActivation = (o: GptOptions): ((x: Tensor) => Tensor) => {
  gptActivationArgs(o);
  return choose('gpt', 'activation_function', o.activation_function, activations);
};

const gptOptionsArgs = is.signature('models.gptOptions', ['config', kinds.gptConfig]);

/**
 * The options of a configuration. The head is tied to the token table by default where the configuration
 * is GPT-2's (n_positions), and is not where it is minGPT's (block_size), as in each of them.
 * @throws WgradError for missing, unknown and unsupported options and for heads that do not divide n_embd
 */
export function gptOptions(config: GptConfig): GptOptions {
  gptOptionsArgs(config);
  const { n_positions, ...rest } = config;
  const block_size = rest.block_size ?? n_positions;
  if (block_size === undefined) {
    throw new WgradError('gpt: the option block_size (or n_positions) is missing');
  }
  const own = Object.fromEntries(Object.entries(rest).filter(([name]) => !notes.test(name)));
  const options = readConfig<GptOptions, Given | 'block_size'>(
    'gpt',
    { ...(own as typeof rest), block_size },
    ['vocab_size', 'block_size', 'n_layer', 'n_head', 'n_embd'],
    {
      n_inner: null,
      activation_function: 'gelu_new',
      layer_norm_epsilon: 1e-5,
      tie_word_embeddings: n_positions !== undefined,
      initializer_range: 0.02,
      embd_pdrop: 0.1,
      resid_pdrop: 0.1,
      attn_pdrop: 0.1,
    },
    {
      scale_attn_weights: true,
      scale_attn_by_inverse_layer_idx: false,
      reorder_and_upcast_attn: false,
      add_cross_attention: false,
    } satisfies Options,
  );
  if (options.n_embd % options.n_head !== 0) {
    throw new WgradError(
      `gpt: n_head ${options.n_head} does not divide n_embd ${options.n_embd}; choose a divisor`,
    );
  }
  gptActivation(options);
  return options;
}
