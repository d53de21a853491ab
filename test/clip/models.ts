// The smallest CLIPs of both kinds, for tests, and the files of their tokenizer.
import { contrastiveConfig } from '../../src/clip/config.ts';
import { contrastiveModel } from '../../src/clip/model.ts';

export const size = 16;
const tower = {
  hidden_size: 16,
  intermediate_size: 32,
  num_hidden_layers: 1,
  num_attention_heads: 2,
};
const towers = {
  CLIPModel: { ...tower, image_size: size, patch_size: 8 },
  WgradResNetCLIPModel: {
    image_size: size,
    num_channels: 3,
    stem: 8,
    widths: [8, 16],
    blocks: 1,
    heads: 2,
  },
};

/** Kinds of models. */
export const kinds = ['CLIPModel', 'WgradResNetCLIPModel'] as const;

/** A model of a kind for a tokenizer. */
export const modelOf = (
  name: (typeof kinds)[number],
  { size: vocab_size, endId: eos_token_id }: { readonly size: number; readonly endId: number },
  vision: object = {},
  own: object = {},
) =>
  contrastiveModel(
    contrastiveConfig({
      architectures: [name],
      projection_dim: 16,
      ...own,
      text_config: { ...tower, max_position_embeddings: 16, vocab_size, eos_token_id },
      vision_config: { ...towers[name], ...vision },
    }),
  );
