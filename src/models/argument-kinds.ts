// What arguments that several functions of this folder share must be, said once.
import * as is from '../tensor/arguments.ts';
import type { GptConfig } from './gpt-options.ts';

/** A configuration of a GPT. */
export const gptConfig = is.fields<GptConfig>({
  vocab_size: is.size,
  n_layer: is.number,
  n_head: is.number,
  n_embd: is.number,
  initializer_range: is.optional(is.number),
  block_size: is.optional(is.size),
  n_inner: is.optional(is.either(is.number, is.oneOf(null))),
  activation_function: is.optional(is.string),
  layer_norm_epsilon: is.optional(is.number),
  tie_word_embeddings: is.optional(is.boolean),
  embd_pdrop: is.optional(is.number),
  resid_pdrop: is.optional(is.number),
  attn_pdrop: is.optional(is.number),
  n_positions: is.optional(is.number),
});
