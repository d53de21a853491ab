// The options of GPT-2, under the keys of minGPT and of GPT-2's config.json.

/** Options of a language model, complete. */
export interface GptOptions {
  readonly vocab_size: number;
  /** Longest sequence; GPT-2's name is n_positions. */
  readonly block_size: number;
  readonly n_layer: number;
  readonly n_head: number;
  readonly n_embd: number;
  /** Width of the feed-forward networks; null: 4 n_embd. */
  readonly n_inner: number | null;
  /** gelu_new (the tanh form), gelu_pytorch_tanh (the same), gelu (exact), relu, silu. */
  readonly activation_function: string;
  readonly layer_norm_epsilon: number;
  /** The head's weight is the token table. */
  readonly tie_word_embeddings: boolean;
  /** Deviation of weights at the start. */
  readonly initializer_range: number;
  /** Dropout of the embeddings, the sublayers' results and the attention weights, where a key is given. */
  readonly embd_pdrop: number;
  readonly resid_pdrop: number;
  readonly attn_pdrop: number;
}

/** Options that have no default. */
export type Given = 'vocab_size' | 'n_layer' | 'n_head' | 'n_embd';

/** Configuration: minGPT's keys (block_size) or GPT-2's (n_positions); other keys have defaults. */
export type GptConfig = Pick<GptOptions, Given> &
  Partial<Omit<GptOptions, Given>> & { readonly n_positions?: number };
